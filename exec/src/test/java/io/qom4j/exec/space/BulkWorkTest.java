// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.ram.DirtyMemory;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Filling, copying and comparing many bytes: straight in RAM, by a buffer elsewhere, and the same either way. */
class BulkWorkTest {
    private static final int SIZE = 0x40000;
    private static final int RAM = 0;
    private static final int MORE_RAM = SIZE;
    private static final int ROM = 2 * SIZE;
    private static final int HOLE = 3 * SIZE;

    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final AddressSpace memory =
            machine.qom().service(MemoryTopology.class).newAddressSpace("memory", system);

    BulkWorkTest() {
        system.addSubregion(RAM, machine.ram("ram", SIZE));
        system.addSubregion(MORE_RAM, machine.ram("more", SIZE));
        MemoryRegion rom = machine.ram("rom", SIZE);
        rom.setReadOnly(true);
        system.addSubregion(ROM, rom);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private byte[] bytes(long address, int length) {
        byte[] read = new byte[length];
        memory.read(address, MemorySegment.ofArray(read));
        return read;
    }

    @Test
    void whateverIsDoneTheBytesAreThoseOfAPlainArray() {
        byte[] model = new byte[2 * SIZE];
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 200; i++) {
            int length = random.nextInt(SIZE);
            int to = random.nextInt(2 * SIZE - length);
            if (random.nextBoolean()) {
                byte value = (byte) random.nextInt();
                assertThat(memory.fill(to, length, value)).isEqualTo(MemTxResult.OK);
                Arrays.fill(model, to, to + length, value);
            } else {
                int from = to + random.nextInt(2 * SIZE - length - to + 1);
                assertThat(memory.copy(from, to, length)).isEqualTo(MemTxResult.OK);
                System.arraycopy(model, from, model, to, length);
            }
        }
        assertThat(bytes(0, model.length)).isEqualTo(model);
        assertThat(memory.mismatch(0, MemorySegment.ofArray(model))).isEqualTo(-1);
        model[SIZE + 5]++;
        assertThat(memory.mismatch(0, MemorySegment.ofArray(model))).isEqualTo(SIZE + 5);
    }

    @Test
    void withinOnePieceOfRamACopyMayOverlapUpwards() {
        for (int i = 0; i < 64; i++) {
            memory.putByte(RAM + i, (byte) i);
        }
        memory.copy(RAM, RAM + 8, 56);
        assertThat(bytes(RAM + 8, 56)).startsWith(0, 1, 2).endsWith(54, 55);
    }

    @Test
    void aRomIsACopysSourceButNotItsTarget() {
        memory.fill(RAM, 16, (byte) 7);
        assertThat(memory.copy(ROM, RAM + 4, 4)).isEqualTo(MemTxResult.OK);
        assertThat(bytes(RAM, 12)).containsExactly(7, 7, 7, 7, 0, 0, 0, 0, 7, 7, 7, 7);
        assertThat(memory.copy(RAM, ROM, 4)).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(memory.fill(ROM, 4, (byte) 1)).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(bytes(ROM, 4)).containsOnly(0);
    }

    @Test
    void workGoesOnBehindAHole() {
        memory.fill(ROM - 0x10, 0x10, (byte) 5);
        assertThat(memory.mismatch(HOLE - 4, MemorySegment.ofArray(new byte[100_000])))
                .isEqualTo(-1);
        assertThat(memory.copy(HOLE - 8, MORE_RAM, 16)).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(memory.fill(HOLE, 8, (byte) 1)).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(bytes(MORE_RAM, 16)).containsOnly(0);
    }

    @Test
    void writtenPagesAreMarkedForThoseWhoFollow() {
        MemoryRegion screen = MemoryRegion.free(machine.qom(), "screen").newRam(0x8000);
        screen.dirtyLog().start(DirtyClient.VGA);
        system.addSubregion(0x1000_0000, screen);
        DirtyMemory dirty = machine.qom().service(RamList.class).dirty();
        dirty.testAndClear(0, 0x8000, DirtyClient.VGA);
        memory.fill(0x1000_1800, 0x1000, (byte) 1);
        assertThat(dirty.testAndClear(0, 0x8000, DirtyClient.VGA)).isEqualTo(2);
        memory.copy(RAM, 0x1000_5000, 1);
        assertThat(dirty.isAnyDirty(0x5000, 1, DirtyClient.VGA)).isTrue();
        assertThat(dirty.testAndClear(0, 0x8000, DirtyClient.VGA)).isEqualTo(1);
        memory.copy(0x1000_5000, RAM, 0x1000);
        assertThat(dirty.testAndClear(0, 0x8000, DirtyClient.VGA)).isZero();
    }

    @Test
    void aNegativeLengthIsAMistake() {
        assertThatThrownBy(() -> memory.fill(0, -1, (byte) 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length is -1; it must not be negative");
        assertThatThrownBy(() -> memory.copy(0, 8, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
