// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading and writing guest memory: RAM, ROM, holes, and what lies between. */
class AddressSpaceTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final MemoryRegion low = machine.ram("low", 0x2000);
    private final MemoryRegion high = machine.ram("high", 0x2000);
    private final AddressSpace memory =
            machine.qom().service(MemoryTopology.class).newAddressSpace("memory", system);

    AddressSpaceTest() {
        system.addSubregion(0x1000, low);
        system.addSubregion(0x3000, high);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void wordsHaveAnOrder() {
        memory.putLong(0x1000, 0x0102_0304_0506_0708L, BIG);
        memory.putInt(0x1010, 0x1122_3344, LITTLE);
        memory.putShort(0x1020, (short) 0xaabb, BIG);

        assertThat(memory.getByte(0x1000)).isEqualTo((byte) 1);
        assertThat(memory.getLong(0x1000, LITTLE)).isEqualTo(0x0807_0605_0403_0201L);
        assertThat(memory.getInt(0x1004, BIG)).isEqualTo(0x0506_0708);
        assertThat(memory.getInt(0x1010, BIG)).isEqualTo(0x4433_2211);
        assertThat(memory.getShort(0x1020, LITTLE)).isEqualTo((short) 0xbbaa);
        assertThat(memory.load(0x1020, 2, BIG, MemTxAttributes.UNSPECIFIED).value())
                .isEqualTo(0xaabb);
    }

    @Test
    void aWordMayCrossFromOnePageOrRegionIntoTheNext() {
        memory.putLong(0x1ffd, 0x0102_0304_0506_0708L, LITTLE);
        memory.putLong(0x2ffd, 0x1112_1314_1516_1718L, LITTLE);

        assertThat(memory.getLong(0x1ffd, LITTLE)).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(memory.getLong(0x2ffd, LITTLE)).isEqualTo(0x1112_1314_1516_1718L);
        assertThat(memory.getByte(0x3000)).isEqualTo((byte) 0x15);
    }

    @Test
    void aWordThatReachesIntoAHoleIsZeroThere() {
        memory.putLong(0x4ff8, -1, LITTLE);

        MemoryWords.Loaded loaded = memory.load(0x4ffc, 8, LITTLE, MemTxAttributes.UNSPECIFIED);

        assertThat(loaded).isEqualTo(new MemoryWords.Loaded(0xffff_ffffL, MemTxResult.DECODE_ERROR));
    }

    @Test
    void whereNobodyAnswersReadsAreZeroAndWritesAreDropped() {
        byte[] bytes = {1, 2, 3, 4};

        assertThat(memory.read(0x8000, MemorySegment.ofArray(bytes))).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(bytes).containsOnly(0);
        assertThat(memory.write(0x8000, MemorySegment.ofArray(bytes))).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(memory.getLong(-8, LITTLE)).isZero();
        assertThat(memory.store(-1, 1, 5, LITTLE, MemTxAttributes.UNSPECIFIED)).isEqualTo(MemTxResult.DECODE_ERROR);
    }

    @Test
    void aTransferGoesOnBehindAHole() {
        MemoryRegion far = machine.ram("far", 0x1000);
        system.addSubregion(0x6000, far);
        byte[] written = new byte[0x5000];
        Arrays.fill(written, (byte) 7);

        assertThat(memory.write(0x1800, MemorySegment.ofArray(written))).isEqualTo(MemTxResult.DECODE_ERROR);

        byte[] read = new byte[0x5000];
        assertThat(memory.read(0x1800, MemorySegment.ofArray(read))).isEqualTo(MemTxResult.DECODE_ERROR);
        Arrays.fill(written, 0x3800, 0x4800, (byte) 0);
        assertThat(read).isEqualTo(written);
    }

    @Test
    void aTransferMayNotGoBeyondTheLastAddress() {
        assertThatThrownBy(() -> memory.read(-4, MemorySegment.ofArray(new byte[8])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0x8 bytes at address 0xfffffffffffffffc reach beyond the last address");
        assertThatThrownBy(() -> memory.fill(-4, 8, (byte) 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.copy(0x1000, -4, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.getLong(-4, LITTLE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(memory.read(-4, MemorySegment.ofArray(new byte[4]))).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(memory.read(-1, MemorySegment.ofArray(new byte[0]))).isEqualTo(MemTxResult.OK);
    }

    @Test
    void aRomCanOnlyBeRead() {
        MemoryRegion rom = MemoryRegion.free(machine.qom(), "rom").rom(machine.memory(0x1000));
        system.addSubregion(0x1000, rom, 1);
        rom.memory().segment().fill((byte) 0x5a);

        assertThat(memory.store(0x1000, 4, 1, LITTLE, MemTxAttributes.UNSPECIFIED))
                .isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(memory.write(0x1ff0, MemorySegment.ofArray(new byte[0x20]))).isEqualTo(MemTxResult.DECODE_ERROR);

        assertThat(memory.getInt(0x1000, LITTLE)).isEqualTo(0x5a5a_5a5a);
        assertThat(memory.getInt(0x1ffc, LITTLE)).isEqualTo(0x5a5a_5a5a);
    }

    @Test
    void memoryBehindAReadOnlyAliasCanOnlyBeReadThere() {
        MemoryRegion shadow = MemoryRegion.free(machine.qom(), "shadow").alias(low, 0, 0x1000);
        shadow.setReadOnly(true);
        system.addSubregion(0x8000, shadow);
        memory.putByte(0x1000, (byte) 9);

        memory.putByte(0x8000, (byte) 1);

        assertThat(memory.getByte(0x8000)).isEqualTo((byte) 9);
        memory.putByte(0x1000, (byte) 2);
        assertThat(memory.getByte(0x8000)).isEqualTo((byte) 2);
    }

    @Test
    void aRomDeviceIsReadDirectlyInRomModeOnly() {
        ByteDevice device = new ByteDevice(AccessRules.DEFAULT, 0x20);
        device.reset();
        MemoryRegion flash = MemoryRegion.free(machine.qom(), "flash").newRomDevice(device, 0x1000);
        system.addSubregion(0x8000, flash);

        memory.putByte(0x8000, (byte) 0x40);
        assertThat(memory.getByte(0x8000)).isZero();
        assertThat(device.bytes[0]).isEqualTo((byte) 0x40);

        flash.setRomMode(false);
        assertThat(memory.getByte(0x8000)).isEqualTo((byte) 0x40);
    }

    @Test
    void aDevicesMemoryIsAccessedInTheSizeAskedFor() {
        MemoryRegion bar =
                MemoryRegion.free(machine.qom(), "bar").ramDevice(machine.memory(0x1000), RegionSize.of(0x1000));
        system.addSubregion(0x8000, bar);

        memory.putLong(0x8001, 0x0102_0304_0506_0708L, BIG);

        assertThat(memory.getLong(0x8001, BIG)).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(bar.memory().segment().get(ValueLayout.JAVA_BYTE, 1)).isEqualTo((byte) 1);
        try (GuestMapping mapping = memory.map(0x8000, 16, false)) {
            assertThat(mapping.isDirect()).isFalse();
        }
        bar.setReadOnly(true);
        assertThat(memory.store(0x8000, 1, 5, LITTLE, MemTxAttributes.UNSPECIFIED))
                .isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(memory.getByte(0x8000)).isZero();
    }

    @Test
    void aReservationIsAHoleThatNobodyBehindFills() {
        MemoryRegion claim = MemoryRegion.free(machine.qom(), "claim").reservation(RegionSize.of(0x100));
        memory.putByte(0x1000, (byte) 1);

        system.addSubregion(0x1000, claim, 1);

        assertThat(memory.load(0x1000, 1, LITTLE, MemTxAttributes.UNSPECIFIED))
                .isEqualTo(new MemoryWords.Loaded(0, MemTxResult.DECODE_ERROR));
        assertThat(memory.translate(0x1000, 8).region()).isSameAs(claim);
    }

    @Test
    void bytesAreFilledCopiedAndCompared() {
        assertThat(memory.fill(0x1800, 0x1000, (byte) 3)).isEqualTo(MemTxResult.OK);
        assertThat(memory.getByte(0x27ff)).isEqualTo((byte) 3);
        assertThat(memory.getByte(0x2800)).isZero();

        assertThat(memory.copy(0x1800, 0x3800, 0x800)).isEqualTo(MemTxResult.OK);
        byte[] expected = new byte[0x1000];
        Arrays.fill(expected, 0, 0x800, (byte) 3);
        assertThat(memory.mismatch(0x3800, MemorySegment.ofArray(expected))).isEqualTo(-1);
        expected[0x900] = 1;
        assertThat(memory.mismatch(0x3800, MemorySegment.ofArray(expected))).isEqualTo(0x900);
        assertThat(memory.fill(0x4fff, 2, (byte) 1)).isEqualTo(MemTxResult.DECODE_ERROR);
    }

    @Test
    void wordsAreComparedAndSetAsOneStep() {
        memory.putInt(0x1004, 5, BIG);

        assertThat(memory.compareAndSetInt(0x1004, 5, 6, BIG)).isTrue();
        assertThat(memory.compareAndSetInt(0x1004, 5, 7, BIG)).isFalse();
        assertThat(memory.compareAndSetLong(0x1000, 6, -1, BIG)).isTrue();
        assertThat(memory.getLong(0x1000, LITTLE)).isEqualTo(-1);
        assertThatThrownBy(() -> memory.compareAndSetInt(0x8000, 0, 1, BIG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "address 0x8000 is not in RAM that can be written: only there can words be compared and set");
        assertThatThrownBy(() -> memory.compareAndSetInt(0x1002, 0, 1, BIG))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressLeadsToARegionForSoManyBytes() {
        Translation there = memory.translate(0x2800, 0x10000);

        assertThat(there.region()).isSameAs(low);
        assertThat(there.offset()).isEqualTo(0x1800);
        assertThat(there.length()).isEqualTo(0x800);
        assertThat(memory.translate(0x2800, 8).length()).isEqualTo(8);
        assertThat(memory.translate(0x5000, 8)).isNull();
        assertThatThrownBy(() -> memory.translate(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedAddressSpaceHasNothing() {
        memory.putByte(0x1000, (byte) 1);

        memory.close();
        memory.close();

        assertThat(memory.getByte(0x1000)).isZero();
        assertThat(memory.root()).isNull();
        assertThat(memory).hasToString("address space 'memory' (closed)");
    }
}
