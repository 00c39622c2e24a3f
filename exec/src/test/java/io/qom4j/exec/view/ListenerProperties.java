// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.DirtyTracking;
import io.qom4j.exec.space.MemoryTopology;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random trees that change at random: who applies what listeners are told has the view. */
class ListenerProperties {
    /** One change of one region. */
    record Step(int region, int what, long number, boolean isLast) {
        void apply(List<MemoryRegion> regions, MemoryTopology topology) {
            MemoryRegion each = regions.get(region % regions.size());
            switch (what) {
                case 0 -> each.setEnabled(!each.isEnabled());
                case 1 -> each.setAddress(number);
                case 2 -> each.setSize(RegionSize.of(number));
                case 3 -> each.setReadOnly(!each.isReadOnly());
                case 4 -> each.setNonvolatile(!each.isNonvolatile());
                case 5 -> remount(each, regions);
                case 6 -> shift(each);
                case 7 -> log(each);
                default -> follow(topology.dirtyTracking());
            }
        }

        private void remount(MemoryRegion each, List<MemoryRegion> regions) {
            MemoryRegion container = each.container();
            if (container != null) {
                container.removeSubregion(each);
            }
            MemoryRegion root = regions.getFirst();
            if (each != root && root.container() == null && root.aliasTarget() == null) {
                root.addSubregion(number, each, (int) (number % 3));
            }
        }

        private void shift(MemoryRegion each) {
            if (each.aliasTarget() != null) {
                each.setAliasOffset(number);
            }
        }

        private static void log(MemoryRegion each) {
            if (each.dirtyLog().mask() == 0) {
                each.dirtyLog().start(DirtyClient.VGA);
            } else {
                each.dirtyLog().stop(DirtyClient.VGA);
            }
        }

        private static void follow(DirtyTracking dirty) {
            if (dirty.isAllRamLogged()) {
                dirty.stop(DirtyTracking.MIGRATION);
            } else {
                dirty.start(DirtyTracking.MIGRATION);
            }
        }
    }

    @Property(tries = 1000)
    void whoAppliesWhatListenersAreToldHasTheView(
            @ForAll("trees") List<RegionSpec> specs, @ForAll("steps") List<Step> steps) {
        try (Machine machine = new Machine()) {
            MemoryTopology topology = machine.qom().service(MemoryTopology.class);
            List<MemoryRegion> regions = RegionSpec.build(machine.qom(), specs);
            List<AddressSpace> spaces = List.of(
                    spaceOf(topology, regions.getFirst()),
                    spaceOf(topology, regions.getLast()),
                    spaceOf(topology, regions.get(regions.size() / 2)));
            List<FollowingListener> listeners = new ArrayList<>();
            for (AddressSpace space : spaces) {
                FollowingListener listener = new FollowingListener();
                space.addListener(listener);
                listeners.add(listener);
            }
            assertFollow(listeners, spaces);

            for (int i = 0; i < steps.size(); ) {
                int from = i;
                while (i < steps.size() && !steps.get(i).isLast) {
                    i++;
                }
                i = Math.min(i + 1, steps.size());
                List<Step> together = steps.subList(from, i);
                transaction(topology, () -> together.forEach(step -> step.apply(regions, topology)));
                assertFollow(listeners, spaces);
                for (AddressSpace space : spaces) {
                    assertThat(space.view().ranges())
                            .isEqualTo(ViewRenderer.render(
                                            EffectiveRoot.of(space.root()),
                                            topology.dirtyTracking().isAllRamLogged())
                                    .ranges());
                }
            }

            for (int i = 0; i < spaces.size(); i++) {
                spaces.get(i).removeListener(listeners.get(i));
                assertThat(listeners.get(i).ranges()).isEmpty();
            }
        }
    }

    private static AddressSpace spaceOf(MemoryTopology topology, MemoryRegion root) {
        try {
            return topology.newAddressSpace("memory", root);
        } catch (MemoryMapException circle) {
            Assume.that(false);
            throw circle;
        }
    }

    private static void transaction(MemoryTopology topology, Runnable changes) {
        try {
            topology.transaction(changes);
        } catch (MemoryMapException circle) {
            Assume.that(false);
        }
    }

    private static void assertFollow(List<FollowingListener> listeners, List<AddressSpace> spaces) {
        for (int i = 0; i < spaces.size(); i++) {
            assertFollows(listeners.get(i), spaces.get(i));
        }
    }

    private static void assertFollows(FollowingListener listener, AddressSpace space) {
        assertThat(listener.ranges()).isEqualTo(space.view().ranges());
        for (FlatRange range : space.view().ranges()) {
            assertThat(listener.logged(range)).isEqualTo(range.dirtyLogMask());
        }
    }

    @Provide
    Arbitrary<List<RegionSpec>> trees() {
        return RegionSpec.trees(
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(0, 80).map(RegionSize::of));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.longs().between(0, 60),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }
}
