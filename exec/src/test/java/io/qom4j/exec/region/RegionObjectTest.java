// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.property.Property;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamBlockOwner;
import io.qom4j.exec.ram.RamException;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Regions as objects of the model: type, properties, names, life. */
class RegionObjectTest {
    private final Machine machine = new Machine();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aRegionHasThePropertiesOfQemu() {
        MemoryRegion region = machine.container("io", 0x10000);

        assertThat(region.typeName()).isEqualTo("memory-region");
        assertThat(region.properties())
                .extracting(property -> property.name() + ": " + property.typeName())
                .containsExactlyInAnyOrder(
                        "type: string",
                        "container: link<memory-region>",
                        "addr: uint64",
                        "priority: uint32",
                        "size: uint64");
        assertThat(region.properties()).filteredOn(Property::isWritable).isEmpty();
    }

    @Test
    void propertiesShowTheRegionsState() {
        MemoryRegion system =
                MemoryRegion.ownedBy(machine.device("machine"), "system").container(RegionSize.WHOLE);
        MemoryRegion part = machine.container("part", 0x1000);

        system.addSubregion(0x8000, part, -1);

        assertThat(part.getLong("addr")).isEqualTo(0x8000);
        assertThat(part.getLong("size")).isEqualTo(0x1000);
        assertThat(part.getLong("priority")).isEqualTo(-1);
        assertThat(part.getString("container")).isEqualTo("/machine/system[0]");
        assertThat(system.getString("container")).isEmpty();
    }

    @Test
    void allOfAnAddressSpaceShowsAsOneByteLess() {
        assertThat(machine.whole("system").getLong("size")).isEqualTo(-1L);
    }

    @Test
    void noPropertyCanBeSet() {
        MemoryRegion region = machine.container("io", 0x10000);

        assertThatThrownBy(() -> region.setLong("size", 1))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'memory-region.size' is not writable");
    }

    @Test
    void anOwnedRegionIsAChildWithANumber() {
        QomObject device = machine.device("uart");

        MemoryRegion first = MemoryRegion.ownedBy(device, "regs").container(8);
        MemoryRegion second = MemoryRegion.ownedBy(device, "regs").container(8);

        assertThat(first.canonicalPath()).isEqualTo("/uart/regs[0]");
        assertThat(second.canonicalPath()).isEqualTo("/uart/regs[1]");
        assertThat(first.references()).isOne();
        assertThat(first.regionName()).isEqualTo("regs");
    }

    @Test
    void lettersThatPathsNeedAreEscaped() {
        MemoryRegion region = MemoryRegion.ownedBy(machine.device("dev"), "0000:00:02.0/vga[a]\\b")
                .container(8);

        assertThat(region.name()).isEqualTo("0000:00:02.0\\x2fvga\\x5ba\\x5d\\x5cb[0]");
        assertThat(region.regionName()).isEqualTo("0000:00:02.0/vga[a]\\b");
    }

    @Test
    void aRegionBelowAnObjectIsItsChildButNotItsOwn() {
        QomObject unattached = machine.device("unattached");

        MemoryRegion region = MemoryRegion.below(unattached, "io").container(8);

        assertThat(region.canonicalPath()).isEqualTo("/unattached/io[0]");
        assertThat(region.owner()).isNull();
        assertThat(region.references()).isOne();
        unattached.unparent();
        assertThat(region.isFinalized()).isTrue();
    }

    @Test
    void aRegionThatWasNeverShownEndsWithItsRuntime() {
        QomObject device = machine.device("uart");
        MemoryRegion region = MemoryRegion.ownedBy(device, "regs").container(8);

        machine.qom().close();

        assertThat(region.isFinalized()).isTrue();
    }

    @Test
    void aFreeRegionIsOutsideTheTree() {
        MemoryRegion region = machine.container("io", 8);

        assertThat(region.canonicalPath()).isNull();
        assertThat(region.owner()).isNull();
        assertThat(region.references()).isOne();
    }

    @Test
    void anIommuRegionIsOfAnotherType() {
        MemoryRegion region = MemoryRegion.free(machine.qom(), "iommu")
                .iommu((offset, isWrite, attributes) -> null, RegionSize.WHOLE);

        assertThat(region.typeName()).isEqualTo("iommu-memory-region");
        assertThat(region.isA("memory-region")).isTrue();
    }

    @Test
    void aBlockIsFreedWithItsRegion() {
        RamList list = machine.qom().service(RamList.class);
        QomObject backend = machine.device("m0");
        RamBlock block = list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m0"), 12345));

        MemoryRegion region = MemoryRegion.ownedBy(backend, "m0").ram(block, 12345);

        assertThat(region.canonicalPath()).isEqualTo("/m0/m0[0]");
        assertThat(region.getLong("size")).isEqualTo(12345);
        assertThat(region.block()).isSameAs(block);
        backend.unparent();
        assertThat(list.contains(block)).isFalse();
    }

    @Test
    void ramMadeForARegionIsResizedWithIt() {
        MemoryRegion region = MemoryRegion.free(machine.qom(), "rom").newRam(0x1000, 0x4000, RamFlags.NONE);

        region.resizeRam(0x2345);

        assertThat(region.size()).isEqualTo(RegionSize.of(0x2345));
        assertThat(region.block().usedLength()).isEqualTo(0x3000);
        assertThatThrownBy(() -> region.resizeRam(0x4001)).isInstanceOf(RamException.class);
        assertThat(region.size()).isEqualTo(RegionSize.of(0x2345));
        region.unref();
    }

    @Test
    void aRegionCannotOutgrowItsMemory() {
        MemoryRegion region = machine.ram("ram", 0x1000);

        assertThatThrownBy(() -> region.setSize(RegionSize.of(0x1001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'ram' cannot have 0x1001 bytes: its memory has 0x1000");
    }

    @Test
    void aContainerHoldsTheOwnerOfWhatIsInIt() {
        MemoryRegion system = machine.whole("system");
        QomObject device = machine.device("uart");
        MemoryRegion regs = MemoryRegion.ownedBy(device, "regs").container(8);

        system.addSubregion(0x100, regs);
        device.unparent();
        assertThat(device.isFinalized()).isFalse();

        system.removeSubregion(regs);
        assertThat(device.isFinalized()).isTrue();
        assertThat(regs.isFinalized()).isTrue();
    }

    @Test
    void regionsOfOneOwnerDoNotKeepEachOtherAlive() {
        QomObject device = machine.device("uart");
        MemoryRegion outer = MemoryRegion.ownedBy(device, "outer").container(16);
        MemoryRegion inner = MemoryRegion.ownedBy(device, "inner").container(8);
        outer.addSubregion(0, inner);

        device.unparent();

        assertThat(device.isFinalized()).isTrue();
        assertThat(inner.isFinalized()).isTrue();
        assertThat(outer.isFinalized()).isTrue();
    }

    @Test
    void aFreeRegionLivesAsLongAsItsContainer() {
        MemoryRegion outer = machine.container("outer", 16);
        MemoryRegion inner = machine.container("inner", 8);
        outer.addSubregion(0, inner);
        inner.unref();
        assertThat(inner.isFinalized()).isFalse();

        outer.unref();

        assertThat(inner.isFinalized()).isTrue();
    }
}
