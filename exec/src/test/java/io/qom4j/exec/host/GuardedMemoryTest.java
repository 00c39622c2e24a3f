// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedMemoryTest {
    private static final long SIZE = 65536;
    private static final int ENOUGH_TO_BE_COMPILED = 50_000;

    private final Host host = Host.system();

    @TempDir
    Path directory;

    private int fd;
    private HostMapping mapping;
    private GuardedMemory memory;

    @BeforeEach
    void mapAFile() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[(int) SIZE]);
        fd = host.open(file.toString(), OpenFlags.O_RDWR, 0);
        mapping = HostMapping.map(host, MapRequest.file(fd, SIZE).withShared(true));
        memory = new GuardedMemory(mapping.segment(), mapping.mayFault());
    }

    @AfterEach
    void unmap() {
        mapping.close();
        host.close(fd);
    }

    @Test
    void everyAccessToACutFileIsRefusedWithAClearText() {
        host.ftruncate(fd, 4096);
        byte[] bytes = new byte[10_000];
        assertFault(() -> memory.getByte(8192), 8192, 1);
        assertFault(() -> memory.getInt(8192), 8192, 4);
        assertFault(() -> memory.getLong(8192), 8192, 8);
        assertFault(() -> memory.putByte(8192, (byte) 1), 8192, 1);
        assertFault(() -> memory.putInt(8192, 1), 8192, 4);
        assertFault(() -> memory.putLong(8192, 1), 8192, 8);
        assertFault(() -> memory.read(0, MemorySegment.ofArray(bytes)), 0, 10_000);
        assertFault(() -> memory.write(4000, MemorySegment.ofArray(bytes)), 4000, 10_000);
        assertFault(() -> memory.fill(4096, 4096, (byte) 1), 4096, 4096);
        assertFault(() -> memory.mismatch(4096, MemorySegment.ofArray(bytes)), 4096, 10_000);
        assertFault(() -> memory.compareAndSetLong(8192, 0, 1), 8192, 8);
    }

    @Test
    void theRefusalComesInTimeFromCompiledCodeToo() {
        MemorySegment bytes = MemorySegment.ofArray(new byte[64]);
        for (int i = 0; i < ENOUGH_TO_BE_COMPILED; i++) {
            assertThat(refusals(memory, bytes)).isZero();
        }
        host.ftruncate(fd, 4096);
        for (int i = 0; i < 200; i++) {
            assertThat(refusals(memory, bytes)).isEqualTo(4);
        }
    }

    /** Returns how many of four accesses are refused. An error that came late would leave the method instead. */
    private static int refusals(GuardedMemory memory, MemorySegment bytes) {
        int refused = 0;
        try {
            memory.getLong(8192);
        } catch (MemoryFaultException e) {
            refused++;
        }
        try {
            memory.putLong(8192, 0);
        } catch (MemoryFaultException e) {
            refused++;
        }
        try {
            memory.read(8192, bytes);
        } catch (MemoryFaultException e) {
            refused++;
        }
        try {
            memory.fill(8192, 100, (byte) 0);
        } catch (MemoryFaultException e) {
            refused++;
        }
        return refused;
    }

    @Test
    void whatIsStillThereCanBeUsed() {
        host.ftruncate(fd, 4096);
        memory.putLong(8, 42);
        assertThat(memory.getLong(8)).isEqualTo(42);
    }

    @Test
    void mismatchFindsTheFirstDifferenceBehindTheFirstChunk() {
        byte[] other = new byte[40_000];
        assertThat(memory.mismatch(100, MemorySegment.ofArray(other))).isEqualTo(-1);
        memory.putByte(100 + 33_333, (byte) 1);
        assertThat(memory.mismatch(100, MemorySegment.ofArray(other))).isEqualTo(33_333);
    }

    @Test
    void compareAndSetStoresOnlyIfTheExpectedValueIsThere() {
        assertThat(memory.compareAndSetLong(16, 0, 7)).isTrue();
        assertThat(memory.compareAndSetLong(16, 0, 8)).isFalse();
        assertThat(memory.getLong(16)).isEqualTo(7);
    }

    @Test
    void fourBytesAreComparedAndSetWithoutTheirNeighbours() {
        memory.putLong(16, -1);
        assertThat(memory.compareAndSetInt(20, -1, 3)).isTrue();
        assertThat(memory.compareAndSetInt(20, -1, 4)).isFalse();
        assertThat(memory.getInt(16)).isEqualTo(-1);
        assertThat(memory.getInt(20)).isEqualTo(3);
        assertThatThrownBy(() -> memory.compareAndSetInt(18, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offset 0x12 is no multiple of 4");
    }

    @Test
    void bytesAreCopiedBetweenGuardedMemoriesAndWithinOne() {
        GuardedMemory other = new GuardedMemory(MemorySegment.ofArray(new byte[64]), false);
        memory.putShort(100, (short) 0x1234);
        memory.copyTo(100, other, 6, 2);
        assertThat(other.getShort(6)).isEqualTo((short) 0x1234);
        memory.copyTo(100, memory, 101, 2);
        assertThat(memory.getShort(101)).isEqualTo((short) 0x1234);
    }

    @Test
    void aSliceBeginsAtItsOffsetAndIsAsGuarded() {
        GuardedMemory slice = memory.slice(8192, 16);
        slice.putLong(8, 42);
        assertThat(memory.getLong(8200)).isEqualTo(42);
        assertThatThrownBy(() -> slice.getLong(9)).isInstanceOf(IndexOutOfBoundsException.class);
        host.ftruncate(fd, 4096);
        assertFault(() -> slice.getLong(8), 8, 8);
    }

    @Test
    void readOnlyMemoryCannotBeWrittenAndIsTheSameMemory() {
        GuardedMemory readOnly = memory.asReadOnly();
        memory.putLong(0, 42);
        assertThat(readOnly.getLong(0)).isEqualTo(42);
        assertThat(readOnly.asReadOnly()).isSameAs(readOnly);
        assertThatThrownBy(() -> readOnly.putLong(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anonymousMemoryUsesTheProcessorsCompareAndSet() {
        try (HostMapping anonymous = HostMapping.map(host, MapRequest.anonymous(4096))) {
            GuardedMemory plain = new GuardedMemory(anonymous.segment(), anonymous.mayFault());
            assertThat(plain.mayFault()).isFalse();
            assertThat(plain.compareAndSetLong(0, 0, 5)).isTrue();
            assertThat(plain.getLong(0)).isEqualTo(5);
        }
    }

    @Test
    void systemCallsOnACutFileFailInsteadOfKilling() {
        host.ftruncate(fd, 4096);
        assertThatThrownBy(() -> host.madvise(mapping.segment(), MemoryAdvice.MADV_POPULATE_WRITE))
                .isInstanceOf(HostException.class)
                .hasMessage("madvise: Bad address");
    }

    private static void assertFault(Runnable access, long offset, long length) {
        assertThatThrownBy(access::run)
                .isInstanceOf(MemoryFaultException.class)
                .hasMessage(
                        String.format("host memory at offset 0x%x, length 0x%x, cannot be touched", offset, length));
    }
}
