// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.MemoryFaultException;
import io.qom4j.exec.ram.QemuRamFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamBlockOwner;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guest memory of a file that is cut under it: each access is refused with a clear exception, and the JVM lives. */
class AddressSpaceFaultTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final long SIZE = 0x10000;
    private static final long LOST = 0x8000;

    private final Qom qom = Qom.builder().module(new ExecModule()).build();
    private final MemoryRegion system = MemoryRegion.free(qom, "system").container(RegionSize.WHOLE);
    private final AddressSpace memory = qom.service(MemoryTopology.class).newAddressSpace("memory", system);

    @TempDir
    Path directory;

    private RamBlock block;

    @BeforeEach
    void mapAFile() {
        block = qom.service(RamList.class)
                .allocator()
                .allocateFromFile(
                        RamRequest.of(RamBlockOwner.named("m0"), SIZE).withFlags(QemuRamFlags.of(true, false)),
                        directory.resolve("ram").toString(),
                        0);
        system.addSubregion(0, MemoryRegion.free(qom, "ram").ram(block, SIZE));
    }

    @AfterEach
    void close() {
        qom.close();
    }

    private void cut() {
        Host.system().ftruncate(block.fd(), 0x1000);
    }

    private static void assertFault(ThrowingCallable access) {
        assertThatThrownBy(access).isInstanceOf(MemoryFaultException.class);
    }

    @Test
    void theTextNamesTheBlockAndItsFile() {
        cut();
        assertThatThrownBy(() -> memory.getInt(LOST + 4, LITTLE))
                .hasMessage("host memory of block 'm0' (" + directory.resolve("ram")
                        + ") at offset 0x8004, length 0x4, cannot be touched");
    }

    @Test
    void eachWordOfACutFileIsRefused() {
        cut();

        assertFault(() -> memory.getByte(LOST));
        assertFault(() -> memory.getShort(LOST, LITTLE));
        assertFault(() -> memory.getInt(LOST, LITTLE));
        assertFault(() -> memory.getLong(LOST, LITTLE));
        assertFault(() -> memory.putByte(LOST, (byte) 1));
        assertFault(() -> memory.putShort(LOST, (short) 1, LITTLE));
        assertFault(() -> memory.putInt(LOST, 1, LITTLE));
        assertFault(() -> memory.putLong(LOST, 1, LITTLE));
        assertFault(() -> memory.load(LOST, 8, LITTLE, MemTxAttributes.UNSPECIFIED));
        assertFault(() -> memory.store(LOST, 8, 1, LITTLE, MemTxAttributes.UNSPECIFIED));
        assertThat(memory.getLong(0, LITTLE)).isZero();
    }

    @Test
    void eachTransferOfACutFileIsRefused() {
        cut();
        MemorySegment bytes = MemorySegment.ofArray(new byte[(int) SIZE]);

        assertFault(() -> memory.read(0, bytes));
        assertFault(() -> memory.write(0, bytes));
        assertFault(() -> memory.fill(LOST, 8, (byte) 1));
        assertFault(() -> memory.copy(LOST, 0, 8));
        assertFault(() -> memory.copy(0, LOST, 8));
        assertFault(() -> memory.mismatch(0, bytes));
    }

    @Test
    void eachAtomicStepInACutFileIsRefused() {
        cut();

        assertFault(() -> memory.compareAndSetLong(LOST, 0, 1, LITTLE));
        assertFault(() -> memory.compareAndSetInt(LOST, 0, 1, LITTLE));
        assertFault(() -> memory.compareAndSetInt(LOST + 4, 0, 1, LITTLE));
        assertThat(memory.compareAndSetInt(4, 0, 1, LITTLE)).isTrue();
    }

    @Test
    void aMappingOfAFileSaysThatItMayFault() {
        try (GuestMapping mapping = memory.map(0, 16, true)) {
            assertThat(mapping.isDirect()).isTrue();
            assertThat(mapping.mayFault()).isTrue();
        }
    }
}
