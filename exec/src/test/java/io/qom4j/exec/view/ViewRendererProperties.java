// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random trees of regions, rendered, and looked at address by address. */
class ViewRendererProperties {
    private static final int SMALL_SPACE = 300;

    @Property(tries = 2000)
    void eachAddressShowsWhatIsInFrontThere(@ForAll("smallTrees") List<RegionSpec> specs) {
        check(specs, view -> {
            List<Long> all = new ArrayList<>();
            for (long address = 0; address < SMALL_SPACE; address++) {
                all.add(address);
            }
            return all;
        });
    }

    @Property(tries = 2000)
    void eachEndOfARangeIsRightAtTheEndsOfTheAddressSpaceToo(@ForAll("wideTrees") List<RegionSpec> specs) {
        check(specs, view -> {
            List<Long> ends = new ArrayList<>(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
            for (FlatRange range : view.ranges()) {
                ends.addAll(List.of(range.first() - 1, range.first(), range.last(), range.last() + 1));
            }
            for (RegionSpec spec : specs) {
                ends.addAll(List.of(spec.address(), spec.address() + spec.size().low(), spec.aliasOffset()));
            }
            return ends;
        });
    }

    @Property(tries = 1000)
    void aViewIsWhatIsFoundRangeByRangeInASmallSpace(@ForAll("smallTrees") List<RegionSpec> specs) {
        checkRanges(specs);
    }

    @Property(tries = 1000)
    void aViewIsWhatIsFoundRangeByRangeInAWideSpace(@ForAll("wideTrees") List<RegionSpec> specs) {
        checkRanges(specs);
    }

    @Property(tries = 500)
    void aViewIsWhatIsFoundRangeByRangeBelowThePageSize(@ForAll("pageTrees") List<RegionSpec> specs) {
        checkRanges(specs);
    }

    private static void checkRanges(List<RegionSpec> specs) {
        try (Machine machine = new Machine()) {
            List<MemoryRegion> regions = RegionSpec.build(machine.qom(), specs);
            FlatView view = rendered(regions.getFirst());
            assertThat(view.ranges().stream().map(NaiveRanges::text))
                    .containsExactlyElementsOf(NaiveRanges.of(view.root()));
        }
    }

    private interface Places {
        List<Long> in(FlatView view);
    }

    private static void check(List<RegionSpec> specs, Places places) {
        try (Machine machine = new Machine()) {
            List<MemoryRegion> regions = RegionSpec.build(machine.qom(), specs);
            FlatView view = rendered(regions.getFirst());
            assertThat(view.root()).isSameAs(NaiveView.effectiveRoot(regions.getFirst()));
            for (long address : places.in(view)) {
                assertShows(view, address, NaiveView.at(view.root(), NaiveView.unsigned(address)));
            }
            assertIsOrderly(view);
        }
    }

    /** Returns the view; trees that lead round in a circle are no examples for these properties. */
    private static FlatView rendered(MemoryRegion root) {
        try {
            return ViewRenderer.render(EffectiveRoot.of(root), false);
        } catch (MemoryMapException circle) {
            Assume.that(false);
            throw circle;
        }
    }

    private static void assertShows(FlatView view, long address, NaiveView.Seen seen) {
        FlatRange range = view.find(address);
        if (seen == null) {
            assertThat(range).as("at %x", address).isNull();
            return;
        }
        assertThat(range).as("at %x", address).isNotNull();
        assertThat(range.contains(address)).isTrue();
        assertThat(range.region()).as("at %x", address).isSameAs(seen.region());
        assertThat(NaiveView.unsigned(range.offsetOf(address))).isEqualTo(seen.offset());
        assertThat(range.isReadOnly()).isEqualTo(seen.isReadOnly());
        assertThat(range.isNonvolatile()).isEqualTo(seen.isNonvolatile());
    }

    /** Ascending, without overlaps, and no two ranges that could be one. */
    private static void assertIsOrderly(FlatView view) {
        for (int i = 1; i < view.ranges().size(); i++) {
            FlatRange left = view.ranges().get(i - 1);
            FlatRange right = view.ranges().get(i);
            assertThat(NaiveView.unsigned(left.last())).isLessThan(NaiveView.unsigned(right.first()));
            boolean touch = left.last() + 1 == right.first();
            boolean isContinued = left.region() == right.region()
                    && NaiveView.unsigned(left.offsetOf(left.last()))
                            .add(BigInteger.ONE)
                            .equals(NaiveView.unsigned(right.offset()))
                    && left.isReadOnly() == right.isReadOnly()
                    && left.isNonvolatile() == right.isNonvolatile()
                    && !left.isUnmergeable()
                    && !right.isUnmergeable();
            assertThat(touch && isContinued)
                    .as("%s and %s could be one", left, right)
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<List<RegionSpec>> smallTrees() {
        return RegionSpec.trees(
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(0, 80).map(RegionSize::of));
    }

    /** Pages and parts of pages, in containers of all addresses. */
    @Provide
    Arbitrary<List<RegionSpec>> pageTrees() {
        Arbitrary<Long> places = Combinators.combine(
                        Arbitraries.longs().between(0, 4), Arbitraries.of(0L, 0L, 0x10L, 0x80L, 0x7ffL, 0x800L, 0xfffL))
                .as((page, part) -> (page << 12) + part);
        return RegionSpec.trees(
                places,
                Arbitraries.oneOf(
                        Arbitraries.of(1L, 8L, 0x80L, 0x1000L, 0x1001L, 0x4000L).map(RegionSize::of),
                        Arbitraries.just(RegionSize.WHOLE)));
    }

    @Provide
    Arbitrary<List<RegionSpec>> wideTrees() {
        Arbitrary<Long> numbers = Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 0x7ffL, 0x1000L, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -0x1000L, -2L, -1L),
                Arbitraries.longs());
        return RegionSpec.trees(
                numbers, Arbitraries.oneOf(numbers.map(RegionSize::of), Arbitraries.just(RegionSize.WHOLE)));
    }
}
