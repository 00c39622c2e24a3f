// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DirtyMemoryProperties {
    private static final long PAGE = 4096;

    enum Kind {
        MARK,
        CLEAR,
        MOVE,
        SNAPSHOT
    }

    /** A step on a window of pages around a chunk boundary. */
    record Step(Kind kind, int page, int pages) {}

    private static final long BASE = DirtyMemory.BITS_IN_CHUNK - 256L;

    @Property
    void everyOperationAgreesWithASetOfPages(@ForAll("histories") List<Step> steps) {
        DirtyMemory dirty = new DirtyMemory(12);
        dirty.extend((BASE + 512) * PAGE);
        BitSet model = new BitSet();
        for (Step step : steps) {
            long start = (BASE + step.page) * PAGE;
            long length = step.pages * PAGE;
            int end = step.page + step.pages;
            switch (step.kind) {
                case MARK -> {
                    dirty.markDirty(start, length, DirtyClient.MIGRATION.mask());
                    model.set(step.page, end);
                }
                case CLEAR -> {
                    assertThat(dirty.testAndClear(start, length, DirtyClient.MIGRATION))
                            .isEqualTo(model.get(step.page, end).cardinality());
                    model.clear(step.page, end);
                }
                case MOVE -> {
                    long[] target = new long[8];
                    dirty.moveInto(start, length, DirtyClient.MIGRATION, target);
                    assertThat(BitSet.valueOf(target)).isEqualTo(model.get(step.page, end));
                    model.clear(step.page, end);
                }
                case SNAPSHOT -> {
                    DirtySnapshot snapshot = dirty.snapshotAndClear(start, length, DirtyClient.MIGRATION);
                    int from = step.page & -64;
                    int to = (end + 63) & -64;
                    assertThat(snapshot.start()).isEqualTo((BASE + from) * PAGE);
                    assertThat(snapshot.count()).isEqualTo(model.get(from, to).cardinality());
                    model.clear(from, to);
                }
            }
            assertThat(dirty.isAnyDirty(start, length, DirtyClient.MIGRATION))
                    .isEqualTo(!model.get(step.page, end).isEmpty());
            assertThat(dirty.isAllDirty(BASE * PAGE, 512 * PAGE, DirtyClient.MIGRATION))
                    .isEqualTo(model.cardinality() == 512);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> page = Arbitraries.integers().between(0, 400);
        Arbitrary<Integer> pages = Arbitraries.integers().between(1, 112);
        return Combinators.combine(Arbitraries.of(Kind.values()), page, pages)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
