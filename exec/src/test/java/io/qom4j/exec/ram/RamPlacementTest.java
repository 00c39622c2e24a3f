// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RamPlacementTest {
    private static final long MIB = 1 << 20;

    private final RamPlacement placement = new RamPlacement();

    @Test
    void firstBlockGoesToZero() {
        assertThat(placement.place(MIB).offset()).isZero();
    }

    @Test
    void nextBlockStartsAtAMultipleOf256KiB() {
        placement.place(0x41000);
        assertThat(placement.place(4096).offset()).isEqualTo(0x80000);
    }

    @Test
    void workedExampleOfAddsAndFreesGivesQemusOffsets() {
        RamSlot a = placement.place(0x100000);
        placement.place(0x41000);
        RamSlot c = placement.place(0x200000);
        RamSlot d = placement.place(0x1000);
        RamSlot e = placement.place(0x100000);
        assertThat(c.offset()).isEqualTo(0x180000);
        assertThat(d.offset()).isEqualTo(0x380000);
        assertThat(e.offset()).isEqualTo(0x3c0000);
        placement.free(c);
        assertThat(placement.place(0x1000).offset()).isEqualTo(0x180000);
        assertThat(placement.place(0x100000).offset()).isEqualTo(0x1c0000);
        placement.free(a);
        assertThat(placement.place(0x100000).offset()).isEqualTo(0x4c0000);
    }

    @Test
    void freedHoleAtOffsetZeroIsNotReused() {
        RamSlot first = placement.place(MIB);
        placement.place(MIB);
        placement.free(first);
        assertThat(placement.place(MIB).offset()).isEqualTo(2 * MIB);
    }

    @Test
    void freedHoleAtOffsetZeroIsReusedIfThePolicySaysSo() {
        RamPlacement strict = new RamPlacement(PlacementPolicy.REUSE_START, 4096);
        RamSlot first = strict.place(MIB);
        strict.place(MIB);
        strict.free(first);
        assertThat(strict.place(MIB).offset()).isZero();
    }

    @Test
    void emptySpaceStartsAtZeroAgain() {
        RamSlot only = placement.place(MIB);
        placement.free(only);
        assertThat(placement.place(4096).offset()).isZero();
    }

    @Test
    void ofTwoEqualHolesTheOneBehindTheLongerBlockWins() {
        placement.place(MIB);
        RamSlot low = placement.place(MIB);
        placement.place(4 * MIB);
        RamSlot high = placement.place(MIB);
        placement.place(2 * MIB);
        placement.free(low);
        placement.free(high);
        assertThat(placement.place(MIB).offset()).isEqualTo(6 * MIB);
    }

    @Test
    void aSizeThatFitsNowhereIsRefused() {
        placement.place(MIB);
        assertThatThrownBy(() -> placement.place(-4096))
                .isInstanceOf(RamException.class)
                .hasMessage("Failed to find gap of requested size: 18446744073709547520");
    }

    @Test
    void aBlockThatReachesTheLastAddressLeavesNoGapBehindIt() {
        placement.place(-1);
        assertThatThrownBy(() -> placement.place(1)).isInstanceOf(RamException.class);
    }

    @Test
    void aBlockWithoutAByteIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> placement.place(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freeingTwiceIsAMistakeOfTheCaller() {
        RamSlot first = placement.place(MIB);
        RamSlot second = placement.place(MIB);
        placement.free(second);
        placement.free(first);
        assertThatThrownBy(() -> placement.free(first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> placement.free(second)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void largerTargetPagesMakeTheRoundingCoarser() {
        RamPlacement coarse = new RamPlacement(PlacementPolicy.QEMU, 65536);
        coarse.place(4096);
        assertThat(coarse.place(4096).offset()).isEqualTo(64 * 65536);
    }
}
