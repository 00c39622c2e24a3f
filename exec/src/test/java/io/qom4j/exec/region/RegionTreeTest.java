// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How regions are put into each other. */
class RegionTreeTest {
    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final MemoryRegion a = machine.container("a", 16);
    private final MemoryRegion b = machine.container("b", 16);
    private final MemoryRegion c = machine.container("c", 16);

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void higherPriorityComesFirstAndOfEqualOnesTheLatest() {
        system.addSubregion(0, a, 1);
        system.addSubregion(0, b);
        system.addSubregion(0, c);

        assertThat(system.subregions()).containsExactly(a, c, b);
    }

    @Test
    void aMovedRegionIsTheLatestAmongEquals() {
        system.addSubregion(0, a);
        system.addSubregion(0, b);

        a.setAddress(8);

        assertThat(system.subregions()).containsExactly(a, b);
        assertThat(a.address()).isEqualTo(8);
    }

    @Test
    void aMoveToTheSamePlaceIsNone() {
        system.addSubregion(0, a);
        system.addSubregion(0, b);

        a.setAddress(0);

        assertThat(system.subregions()).containsExactly(b, a);
    }

    @Test
    void priorityIsThatOfTheLatestAdding() {
        system.addSubregion(0, a, 7);
        system.removeSubregion(a);

        system.addSubregion(0, a);

        assertThat(a.priority()).isZero();
    }

    @Test
    void aRegionHasOneContainer() {
        system.addSubregion(0, a);

        assertThatThrownBy(() -> b.addSubregion(0, a))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'a' is in 'system' already: show it a second time by an alias");
    }

    @Test
    void aRegionCannotContainItself() {
        a.addSubregion(0, b);

        assertThatThrownBy(() -> b.addSubregion(0, a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'b' cannot contain 'a', which contains it");
        assertThatThrownBy(() -> c.addSubregion(0, c)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhatIsInsideCanBeTakenOut() {
        assertThatThrownBy(() -> system.removeSubregion(a))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'a' is not in 'system'");
    }

    @Test
    void runtimesDoNotMix() {
        try (Machine other = new Machine()) {
            MemoryRegion stranger = other.container("stranger", 8);
            assertThatThrownBy(() -> system.addSubregion(0, stranger))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another runtime");
        }
    }

    @Test
    void anAliasHasTheKindOfItsTarget() {
        MemoryRegion rom = MemoryRegion.free(machine.qom(), "rom").rom(machine.memory(16));
        MemoryRegion window = MemoryRegion.free(machine.qom(), "window").alias(rom, 0, 16);
        MemoryRegion second = MemoryRegion.free(machine.qom(), "second").alias(window, 0, 16);

        assertThat(second.typeWord()).isEqualTo("rom");
        assertThat(machine.ram("ram", 16).typeWord()).isEqualTo("ram");
        assertThat(a.typeWord()).isEqualTo("i/o");
    }

    @Test
    void aRomDeviceIsCalledByItsMode() {
        RegionOps ops = new RegionOps() {
            @Override
            public long read(long offset, int size) {
                return 0;
            }

            @Override
            public void write(long offset, long value, int size) {}
        };
        MemoryRegion flash =
                MemoryRegion.free(machine.qom(), "flash").romDevice(machine.memory(16), ops, RegionSize.of(16));

        assertThat(flash.typeWord()).isEqualTo("romd");
        flash.setRomMode(false);
        assertThat(flash.typeWord()).isEqualTo("i/o");
        assertThatThrownBy(() -> a.setRomMode(false)).isInstanceOf(IllegalStateException.class);
    }
}
