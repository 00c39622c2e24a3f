// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guest memory for direct use. */
class GuestMappingTest {
    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final MemoryTopology topology = machine.qom().service(MemoryTopology.class);
    private final AddressSpace memory = topology.newAddressSpace("memory", system);

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void ramIsMappedUpToItsEndWithoutACopy() {
        system.addSubregion(0x1000, machine.ram("ram", 0x2000));
        system.addSubregion(0x3000, machine.ram("next", 0x2000));

        try (GuestMapping mapping = memory.map(0x1800, 0x10000, true)) {
            assertThat(mapping.isDirect()).isTrue();
            assertThat(mapping.length()).isEqualTo(0x1800);
            mapping.segment().set(ValueLayout.JAVA_BYTE, 0x10, (byte) 7);
            assertThat(memory.getByte(0x1810)).isEqualTo((byte) 7);
            assertThat(mapping.result()).isEqualTo(MemTxResult.OK);
        }
    }

    @Test
    void whatIsMappedForReadingCannotBeWritten() {
        system.addSubregion(0, machine.ram("ram", 0x1000));

        try (GuestMapping mapping = memory.map(0, 16, false)) {
            MemorySegment segment = mapping.segment();
            assertThat(segment.isReadOnly()).isTrue();
            assertThatThrownBy(() -> segment.fill((byte) 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDeviceIsReadIntoACopyAndWrittenFromOneAtTheEnd() {
        ByteDevice device = new ByteDevice(AccessRules.DEFAULT, 0x100);
        device.reset();
        system.addSubregion(0, MemoryRegion.free(machine.qom(), "regs").io(device, 0x100));

        try (GuestMapping mapping = memory.map(4, 8, false)) {
            assertThat(mapping.isDirect()).isFalse();
            assertThat(mapping.segment().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo(device.bytes[4]);
        }
        GuestMapping written = memory.map(4, 8, true);
        written.segment().fill((byte) 1);
        assertThat(device.bytes[4]).isNotEqualTo((byte) 1);
        written.close(2);

        assertThat(device.bytes[4]).isEqualTo((byte) 1);
        assertThat(device.bytes[5]).isEqualTo((byte) 1);
        assertThat(device.bytes[6]).isNotEqualTo((byte) 1);
    }

    @Test
    void aCopyOfNobodyIsZeroAndSaysSo() {
        try (GuestMapping mapping = memory.map(0x5000, 1 << 20, false)) {
            assertThat(mapping.length()).isEqualTo(GuestMapping.LONGEST_COPY);
            assertThat(mapping.segment().get(ValueLayout.JAVA_LONG_UNALIGNED, 0))
                    .isZero();
            assertThat(mapping.result()).isEqualTo(MemTxResult.DECODE_ERROR);
        }
    }

    @Test
    void closingRecordsWhatWasWritten() {
        MemoryRegion ram = MemoryRegion.free(machine.qom(), "ram").newRam(0x4000);
        RamBlock block = ram.block();
        RamList list = machine.qom().service(RamList.class);
        system.addSubregion(0x10000, ram);
        topology.dirtyTracking().start(DirtyTracking.MIGRATION);
        list.dirty().testAndClear(block.offset(), 0x4000, DirtyClient.MIGRATION);

        memory.map(0x11000, 0x2000, true).close(0x10);

        assertThat(list.dirty().isAnyDirty(block.offset() + 0x1000, 1, DirtyClient.MIGRATION))
                .isTrue();
        assertThat(list.dirty().isAnyDirty(block.offset() + 0x2000, 1, DirtyClient.MIGRATION))
                .isFalse();
    }

    @Test
    void ramThatIsMappedStaysUntilItIsClosed() {
        MemoryRegion ram = MemoryRegion.free(machine.qom(), "ram").newRam(0x4000);
        RamList list = machine.qom().service(RamList.class);
        RamBlock block = ram.block();
        system.addSubregion(0, ram);
        GuestMapping mapping = memory.map(0, 0x1000, true);

        system.removeSubregion(ram);
        ram.unref();
        mapping.segment().set(ValueLayout.JAVA_LONG, 0, 1);
        assertThat(list.contains(block)).isTrue();
        assertThat(memory.getLong(0, ByteOrder.LITTLE_ENDIAN)).isZero();

        mapping.close();
        assertThat(list.contains(block)).isFalse();
        mapping.close();
    }
}
