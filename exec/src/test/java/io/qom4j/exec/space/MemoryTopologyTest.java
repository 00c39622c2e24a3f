// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.QomObject;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.MemoryMapException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transactions, shared views, and what views keep alive. */
class MemoryTopologyTest {
    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final MemoryTopology topology = machine.qom().service(MemoryTopology.class);
    private final AddressSpace memory = topology.newAddressSpace("memory", system);

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void addressSpacesThatComeToOneRootShareAView() {
        MemoryRegion master = machine.whole("bus master container");
        MemoryRegion window = MemoryRegion.free(machine.qom(), "bus master").alias(system, 0, RegionSize.WHOLE);
        master.addSubregion(0, window);
        AddressSpace dma = topology.newAddressSpace("dma", master);
        system.addSubregion(0x1000, machine.ram("a", 0x1000));
        system.addSubregion(0x2000, machine.ram("b", 0x1000));

        assertThat(dma.view()).isSameAs(memory.view());
        assertThat(dma.view().root()).isSameAs(system);

        window.setEnabled(false);
        assertThat(dma.view()).isSameAs(FlatView.EMPTY);
    }

    @Test
    void aRootThatOnlyShowsAPartIsItsOwn() {
        system.addSubregion(0x1000, machine.ram("a", 0x1000));
        system.addSubregion(0x2000, machine.ram("b", 0x1000));
        MemoryRegion part = MemoryRegion.free(machine.qom(), "part").alias(system, 0x1800, 0x1000);

        AddressSpace dma = topology.newAddressSpace("dma", part);

        assertThat(dma.view().root()).isSameAs(part);
        assertThat(dma.view().ranges())
                .extracting(FlatRange::toString)
                .containsExactly(
                        "0000000000000000-00000000000007ff a @0000000000000800", "0000000000000800-0000000000000fff b");
    }

    @Test
    void whatFailsInATransactionLeavesTheTransactionAndItsChanges() {
        MemoryRegion ram = machine.ram("ram", 0x1000);

        assertThatThrownBy(() -> topology.transaction(() -> {
                    system.addSubregion(0, ram);
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");

        assertThat(memory.view().ranges()).hasSize(1);
        system.removeSubregion(ram);
        assertThat(memory.view().ranges()).isEmpty();
    }

    @Test
    void aMapThatCannotBeRenderedIsNotShown() {
        MemoryRegion ram = machine.ram("ram", 0x1000);
        MemoryRegion bus = machine.container("bus", 0x2000);
        bus.addSubregion(0, MemoryRegion.free(machine.qom(), "mirror").alias(bus, 0, 0x2000));
        bus.addSubregion(0x1000, machine.ram("more", 0x1000));
        system.addSubregion(0, ram);
        FlatView before = memory.view();

        assertThatThrownBy(() -> system.addSubregion(0x4000, bus)).isInstanceOf(MemoryMapException.class);
        assertThat(memory.view()).isSameAs(before);

        system.removeSubregion(bus);
        assertThat(memory.view().ranges()).hasSize(1);
    }

    @Test
    void transactionsNeedTheWriterLockAndEndAsOftenAsTheyBegin() {
        assertThatThrownBy(topology::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> machine.qom().exclusively(topology::commit))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no transaction to end: call begin first");
        machine.qom().exclusively(() -> {
            topology.begin();
            system.addSubregion(0, machine.ram("ram", 0x1000));
            assertThat(memory.view().ranges()).isEmpty();
            topology.commit();
            assertThat(memory.view().ranges()).hasSize(1);
        });
    }

    @Test
    void whatCanBeSeenLivesOn() {
        QomObject device = machine.device("dimm");
        MemoryRegion ram = MemoryRegion.ownedBy(device, "ram").newRam(0x1000);
        MemoryRegion window = MemoryRegion.free(machine.qom(), "window").alias(ram, 0, 0x1000);
        RamBlock block = ram.block();
        system.addSubregion(0, window);

        device.unparent();
        assertThat(device.isFinalized()).isFalse();
        assertThat(block.isAlive()).isTrue();

        window.setEnabled(false);
        assertThat(device.isFinalized()).isTrue();
        assertThat(machine.qom().service(RamList.class).contains(block)).isFalse();
    }

    @Test
    void whatIsInAContainerThatEndsIsNotShownByAliasesAnyMore() {
        MemoryRegion bus = machine.container("bus", 0x4000);
        MemoryRegion ram = machine.ram("ram", 0x1000);
        bus.addSubregion(0x1000, ram);
        bus.addSubregion(0x3000, machine.ram("more", 0x1000));
        system.addSubregion(0x8000, MemoryRegion.free(machine.qom(), "window").alias(bus, 0, 0x4000));
        assertThat(memory.view().ranges()).hasSize(2);

        bus.unref();

        assertThat(memory.view().ranges()).isEmpty();
        assertThat(ram.container()).isNull();
    }

    @Test
    void aRootThatMovesInAHiddenContainerMovesInItsAddressSpace() {
        MemoryRegion hidden = machine.container("hidden", 0x4000);
        MemoryRegion root = machine.ram("root", 0x1000);
        hidden.setEnabled(false);
        hidden.addSubregion(0, root);
        AddressSpace space = topology.newAddressSpace("space", root);

        root.setAddress(0x2000);

        assertThat(space.view().ranges()).extracting(FlatRange::first).containsExactly(0x2000L);
    }

    @Test
    void anAddressSpaceKeepsItsRoot() {
        MemoryRegion root = machine.container("root", 0x1000);
        AddressSpace space = topology.newAddressSpace("space", root);

        root.unref();
        assertThat(root.isFinalized()).isFalse();

        space.close();
        assertThat(root.isFinalized()).isTrue();
        assertThat(topology.spaces()).containsExactly(memory);
    }

    @Test
    void aRamThatGrowsShowsMore() {
        MemoryRegion rom = MemoryRegion.free(machine.qom(), "acpi").newRam(0x1000, 0x3000, RamFlags.NONE);
        system.addSubregion(0, rom);

        rom.resizeRam(0x2800);

        assertThat(memory.view().ranges()).extracting(FlatRange::last).containsExactly(0x27ffL);
    }
}
