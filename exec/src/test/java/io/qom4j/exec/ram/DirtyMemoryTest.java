// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.ram.DirtyClient.CODE;
import static io.qom4j.exec.ram.DirtyClient.MIGRATION;
import static io.qom4j.exec.ram.DirtyClient.VGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirtyMemoryTest {
    private static final long PAGE = 4096;
    private static final long CHUNK = DirtyMemory.BITS_IN_CHUNK * PAGE;

    private final DirtyMemory dirty = new DirtyMemory(12);

    @BeforeEach
    void coverTwoChunks() {
        dirty.extend(CHUNK + 1);
    }

    @Test
    void itGrowsByWholeChunksAndNeverShrinks() {
        assertThat(dirty.limit()).isEqualTo(2 * CHUNK);
        dirty.extend(1);
        assertThat(dirty.limit()).isEqualTo(2 * CHUNK);
    }

    @Test
    void growingKeepsMarks() {
        dirty.markDirty(5 * PAGE, VGA);
        dirty.extend(5 * CHUNK);
        assertThat(dirty.isAnyDirty(5 * PAGE, 1, VGA)).isTrue();
        assertThat(dirty.isAnyDirty(4 * CHUNK, CHUNK, VGA)).isFalse();
    }

    @Test
    void aRangeMarksEveryPageThatItTouches() {
        dirty.markDirty(PAGE - 1, 2, VGA.mask());
        assertThat(dirty.isAllDirty(0, 2 * PAGE, VGA)).isTrue();
        assertThat(dirty.isAnyDirty(2 * PAGE, PAGE, VGA)).isFalse();
    }

    @Test
    void anEmptyRangeMarksNothing() {
        dirty.markDirty(PAGE, 0, DirtyClient.ALL);
        assertThat(dirty.isAnyDirty(0, 2 * PAGE, VGA)).isFalse();
        assertThat(dirty.isAnyDirty(0, 0, VGA)).isFalse();
        assertThat(dirty.isAllDirty(0, 0, VGA)).isTrue();
        assertThat(dirty.testAndClear(0, 0, VGA)).isZero();
    }

    @Test
    void eachClientHasItsOwnMarks() {
        dirty.markDirty(0, PAGE, DirtyClient.NO_CODE);
        assertThat(dirty.isAnyDirty(0, PAGE, VGA)).isTrue();
        assertThat(dirty.isAnyDirty(0, PAGE, CODE)).isFalse();
        assertThat(dirty.testAndClear(0, PAGE, VGA)).isEqualTo(1);
        assertThat(dirty.isAnyDirty(0, PAGE, MIGRATION)).isTrue();
    }

    @Test
    void aRangeAcrossAChunkBoundaryIsMarkedAndClearedAsAWhole() {
        dirty.markDirty(CHUNK - 3 * PAGE, 6 * PAGE, MIGRATION.mask());
        assertThat(dirty.isAllDirty(CHUNK - 3 * PAGE, 6 * PAGE, MIGRATION)).isTrue();
        assertThat(dirty.testAndClear(CHUNK - 100 * PAGE, 200 * PAGE, MIGRATION))
                .isEqualTo(6);
        assertThat(dirty.isAnyDirty(0, 2 * CHUNK, MIGRATION)).isFalse();
    }

    @Test
    void cleanMeansCleanForSomeClient() {
        dirty.markDirty(0, 2 * PAGE, DirtyClient.ALL);
        assertThat(dirty.isClean(0)).isFalse();
        dirty.testAndClear(PAGE, PAGE, CODE);
        assertThat(dirty.isClean(PAGE)).isTrue();
        assertThat(dirty.rangeIncludesClean(0, 2 * PAGE, DirtyClient.ALL)).isEqualTo(CODE.mask());
        assertThat(dirty.rangeIncludesClean(0, 2 * PAGE, DirtyClient.NO_CODE)).isZero();
    }

    @Test
    void aSnapshotIsWidenedToWordsAndClears() {
        dirty.markDirty(70 * PAGE, 3 * PAGE, VGA.mask());
        DirtySnapshot snapshot = dirty.snapshotAndClear(71 * PAGE, PAGE, VGA);
        assertThat(snapshot.start()).isEqualTo(64 * PAGE);
        assertThat(snapshot.length()).isEqualTo(64 * PAGE);
        assertThat(snapshot.count()).isEqualTo(3);
        assertThat(snapshot.isDirty(64 * PAGE, 6 * PAGE)).isFalse();
        assertThat(snapshot.isDirty(69 * PAGE, PAGE + 1)).isTrue();
        assertThat(dirty.isAnyDirty(0, CHUNK, VGA)).isFalse();
        assertThatThrownBy(() -> snapshot.isDirty(63 * PAGE, PAGE)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> snapshot.isDirty(127 * PAGE, PAGE + 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void movingIntoABitmapCountsOnlyWhatIsNewThere() {
        long[] target = new long[2];
        target[0] = 0b10;
        dirty.markDirty(61 * PAGE, 5 * PAGE, MIGRATION.mask());
        dirty.markDirty(101 * PAGE, MIGRATION);
        assertThat(dirty.moveInto(60 * PAGE, 100 * PAGE, MIGRATION, target)).isEqualTo(5);
        assertThat(target).containsExactly(0b111110L | 1L << 41, 0);
        assertThat(dirty.isAnyDirty(0, CHUNK, MIGRATION)).isFalse();
    }

    @Test
    void anAcceleratorsLogIsTakenOverWordByWord() {
        long[] log = {0x8000000000000001L, 0b100, -1};
        assertThat(dirty.markFromBitmap(log, 64 * PAGE, 67, PAGE, DirtyClient.ALL))
                .isEqualTo(3);
        assertThat(dirty.testAndClear(0, CHUNK, CODE)).isEqualTo(3);
        assertThat(dirty.isAnyDirty(64 * PAGE, PAGE, VGA)).isTrue();
        assertThat(dirty.isAnyDirty(127 * PAGE, PAGE, VGA)).isTrue();
        assertThat(dirty.isAnyDirty(130 * PAGE, PAGE, VGA)).isTrue();
    }

    @Test
    void anAcceleratorsLogWithLargerPagesMarksAllTargetPagesOfEach() {
        assertThat(dirty.markFromBitmap(new long[] {0b10}, 3 * PAGE, 2, 2 * PAGE, VGA.mask()))
                .isEqualTo(1);
        assertThat(dirty.isAllDirty(5 * PAGE, 2 * PAGE, VGA)).isTrue();
        assertThat(dirty.testAndClear(0, CHUNK, VGA)).isEqualTo(2);
    }

    @Test
    void manyTebibytesTakeNoSpaceUntilABitDiffers() {
        long size = 1L << 46;
        dirty.extend(size);
        dirty.markDirty(0, size, DirtyClient.ALL);
        assertThat(dirty.isAllDirty(size - CHUNK, CHUNK, CODE)).isTrue();
        assertThat(dirty.testAndClear(size - CHUNK + PAGE, PAGE, CODE)).isEqualTo(1);
        assertThat(dirty.isAllDirty(size - CHUNK, CHUNK, CODE)).isFalse();
        assertThat(dirty.isAllDirty(size - CHUNK, CHUNK, VGA)).isTrue();
        assertThat(dirty.testAndClear(0, size, CODE)).isEqualTo(size / PAGE - 1);
        assertThat(dirty.isAnyDirty(size - CHUNK, CHUNK, CODE)).isFalse();
    }

    @Test
    void aChunkThatWasPartlyMarkedCanBeMarkedAsAWhole() {
        dirty.markDirty(5 * PAGE, VGA);
        dirty.markDirty(0, CHUNK, VGA.mask());
        assertThat(dirty.testAndClear(0, 2 * CHUNK, VGA)).isEqualTo(DirtyMemory.BITS_IN_CHUNK);
        dirty.markDirty(CHUNK - PAGE, VGA);
        assertThat(dirty.testAndClear(0, 2 * CHUNK, VGA)).isEqualTo(1);
    }

    @Test
    void whatIsOutsideIsRefused() {
        assertThatThrownBy(() -> dirty.markDirty(2 * CHUNK - 1, 2, DirtyClient.ALL))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("ram_addr 0x3ffffffff, length 0x2 is outside of 0..0x400000000");
        assertThatThrownBy(() -> dirty.testAndClear(0, -1, VGA)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> dirty.isAnyDirty(Long.MAX_VALUE, 2, VGA))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
