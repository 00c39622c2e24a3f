// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RamPlacementProperties {
    /** A step: adds a block of a size, or frees one of those that are there. */
    record Step(long size, int victim, boolean add) {}

    @Property(tries = 2000)
    void answersAreThoseOfTheNaiveRule(@ForAll("histories") List<Step> steps, @ForAll PlacementPolicy policy) {
        RamPlacement placement = new RamPlacement(policy, 4096);
        NaivePlacement naive = new NaivePlacement(policy);
        List<RamSlot> placed = new ArrayList<>();
        for (Step step : steps) {
            if (step.add) {
                long expected = naive.place(step.size);
                if (expected == -1) {
                    assertRefused(placement, step.size);
                } else {
                    RamSlot slot = placement.place(step.size);
                    assertThat(slot.offset()).isEqualTo(expected);
                    placed.add(slot);
                }
            } else if (!placed.isEmpty()) {
                RamSlot slot = placed.remove(step.victim % placed.size());
                placement.free(slot);
                naive.free(slot.offset());
            }
            assertThat(inListOrder(placed)).isEqualTo(naive.blocks());
            assertThat(placement.count()).isEqualTo(placed.size());
        }
    }

    @Property(tries = 500)
    void freeingWhatWasJustPlacedLeavesNoTrace(@ForAll("histories") List<Step> steps, @ForAll("sizes") long size) {
        RamPlacement placement = new RamPlacement();
        NaivePlacement naive = new NaivePlacement(PlacementPolicy.QEMU);
        for (Step step : steps) {
            if (naive.place(step.size) != -1) {
                tryAndFree(placement, size);
                RamSlot slot = placement.place(step.size);
                assertThat(naive.blocks()).contains(new NaivePlacement.Block(slot.offset(), slot.size()));
            }
        }
    }

    private static void tryAndFree(RamPlacement placement, long size) {
        try {
            placement.free(placement.place(size));
        } catch (RamException full) {
            assertThat(full).hasMessageStartingWith("Failed to find gap of requested size: ");
        }
    }

    private static void assertRefused(RamPlacement placement, long size) {
        assertThatThrownBy(() -> placement.place(size))
                .isInstanceOf(RamException.class)
                .hasMessage("Failed to find gap of requested size: " + Long.toUnsignedString(size));
    }

    private static List<NaivePlacement.Block> inListOrder(List<RamSlot> placed) {
        return placed.stream()
                .sorted(RamSlot.LIST_ORDER)
                .map(slot -> new NaivePlacement.Block(slot.offset(), slot.size()))
                .toList();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        sizes(),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(true, true, true, false, false))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(120);
    }

    @Provide
    Arbitrary<Long> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(1, 8).map(n -> n << 12)),
                Tuple.of(6, Arbitraries.longs().between(1, 12).map(n -> n << 18)),
                Tuple.of(3, Arbitraries.longs().between(1, 3 << 18)),
                Tuple.of(2, Arbitraries.longs().between(1, 4).map(n -> n << 20)),
                Tuple.of(1, Arbitraries.of(1L << 62, 1L << 63, -4096L, -1L, (1L << 63) - 1)));
    }
}
