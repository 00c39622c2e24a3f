// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMappingTest {
    private static final long MIB = 1 << 20;

    private final Host host = Host.system();

    @TempDir
    Path directory;

    @Test
    void anonymousMemoryIsZeroAndKeepsWhatIsStored() {
        try (HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(MIB))) {
            MemorySegment memory = mapping.segment();
            assertThat(memory.byteSize()).isEqualTo(MIB);
            assertThat(memory.get(JAVA_INT, MIB - 4)).isZero();
            memory.set(JAVA_INT, MIB - 4, 42);
            assertThat(memory.get(JAVA_INT, MIB - 4)).isEqualTo(42);
        }
    }

    @Test
    void addressIsAligned() {
        for (long alignment = 4096; alignment <= 1 << 30; alignment <<= 3) {
            MapRequest request = MapRequest.anonymous(8192).withAlignment(alignment);
            try (HostMapping mapping = HostMapping.map(host, request)) {
                assertThat(mapping.address() % alignment).isZero();
            }
        }
    }

    @Test
    void oneGuardPageFollowsTheMemoryAndGoesWithIt() throws IOException {
        HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(MIB));
        long end = mapping.address() + MIB;
        assertThat(protectionAt(end - 1)).isEqualTo("rw-p");
        assertThat(protectionAt(end)).isEqualTo("---p");
        mapping.close();
        assertThat(protectionAt(end - 1)).isEmpty();
        assertThat(protectionAt(end)).isNotEqualTo("---p");
    }

    @Test
    void useAfterClosingThrows() {
        HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(4096));
        mapping.close();
        assertThatThrownBy(() -> mapping.segment().get(JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> host.madvise(mapping.segment(), MemoryAdvice.MADV_DONTNEED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void segmentIsTheSameEachTime() {
        try (HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(4096))) {
            assertThat(mapping.segment()).isSameAs(mapping.segment());
        }
    }

    @Test
    void memoryThatNobodyHasLookedIntoCanBeAdvisedAbout() {
        HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(4096));
        mapping.advise(MemoryAdvice.MADV_DONTFORK);
        mapping.close();
        assertThatThrownBy(() -> mapping.advise(MemoryAdvice.MADV_DONTFORK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not mapped any more");
    }

    @Test
    void whoeverAsksForTheSegmentWhileItIsClosedGetsLiveMemoryOrAnException() throws InterruptedException {
        for (int round = 0; round < 500; round++) {
            HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(4096));
            boolean[] wasClean = {false};
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    wasClean[0] = mapping.segment().get(JAVA_BYTE, 0) == 0;
                } catch (IllegalStateException closed) {
                    wasClean[0] = true;
                }
            });
            mapping.close();
            reader.join();
            assertThat(wasClean[0]).isTrue();
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(4096));
        mapping.close();
        mapping.close();
        assertThat(mapping.isOpen()).isFalse();
    }

    @Test
    void readOnlyMemoryRefusesStores() throws IOException {
        try (HostMapping mapping = mapFile(file(4096), OpenFlags.O_RDONLY, true, true)) {
            assertThatThrownBy(() -> mapping.segment().set(JAVA_BYTE, 0, (byte) 1))
                    .isInstanceOf(RuntimeException.class);
            assertThat(mapping.segment().isReadOnly()).isTrue();
        }
    }

    @Test
    void storesToASharedMappingAreSeenByAnother() throws IOException {
        Path file = file(4096);
        try (HostMapping one = mapFile(file, OpenFlags.O_RDWR, true, false);
                HostMapping two = mapFile(file, OpenFlags.O_RDWR, true, false)) {
            one.segment().set(JAVA_INT, 8, 0x55aa);
            assertThat(two.segment().get(JAVA_INT, 8)).isEqualTo(0x55aa);
        }
        assertThat(Files.readAllBytes(file)[8]).isEqualTo((byte) 0xaa);
    }

    @Test
    void storesToAPrivateMappingStayThere() throws IOException {
        Path file = file(4096);
        try (HostMapping one = mapFile(file, OpenFlags.O_RDWR, false, false);
                HostMapping two = mapFile(file, OpenFlags.O_RDWR, true, false)) {
            one.segment().set(JAVA_INT, 8, 0x55aa);
            assertThat(two.segment().get(JAVA_INT, 8)).isZero();
        }
        assertThat(Files.readAllBytes(file)[8]).isZero();
    }

    @Test
    void sizesBeyondTheAddressSpaceAreRefusedAsOutOfMemory() {
        for (long size : new long[] {1L << 47, 1L << 62, 1L << 63, -4096L, Long.MAX_VALUE & -4096}) {
            assertThatThrownBy(() -> HostMapping.map(host, MapRequest.anonymous(size)))
                    .isInstanceOf(HostException.class)
                    .hasMessage("mmap: Cannot allocate memory");
        }
    }

    @Test
    void synchronousMappingWithoutDaxFallsBackAndSaysWhy() throws IOException {
        for (Path place : List.of(file(4096), sharedMemoryFile())) {
            int fd = host.open(place.toString(), OpenFlags.O_RDWR, 0);
            MapRequest request = MapRequest.file(fd, 4096).withShared(true).withSync(true);
            try (HostMapping mapping = HostMapping.map(host, request)) {
                assertThat(mapping.synchronous()).isFalse();
                assertThat(mapping.syncFailure()).hasMessage("mmap: Operation not supported");
            } finally {
                host.close(fd);
            }
        }
    }

    @Test
    void whateverCallFailsNothingStaysMapped() throws IOException {
        for (int failing = 1; failing <= 4; failing++) {
            FailingHost failingHost = new FailingHost(host, failing);
            try {
                HostMapping mapping = HostMapping.map(failingHost.host(), MapRequest.anonymous(MIB));
                // Where the kernel's address was aligned already there were fewer calls; that of closing is not meant.
                failingHost.stopFailing();
                mapping.close();
            } catch (HostException expected) {
                assertThat(expected.errno()).isEqualTo(Errno.EIO);
            }
            assertThat(failingHost.mapped()).as("call %d failed", failing).isEmpty();
        }
    }

    @Test
    void memoryStaysWhileAForeignCallUsesIt() throws Throwable {
        HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(4096));
        boolean[] closedMeanwhile = {true};
        ForeignCall.during(mapping.segment(), () -> closedMeanwhile[0] = mapping.tryClose());
        assertThat(closedMeanwhile[0]).isFalse();
        assertThat(mapping.tryClose()).isTrue();
    }

    private HostMapping mapFile(Path file, int openFlags, boolean shared, boolean readOnly) {
        int fd = host.open(file.toString(), openFlags, 0);
        try {
            return HostMapping.map(
                    host, MapRequest.file(fd, 4096).withShared(shared).withReadOnly(readOnly));
        } finally {
            host.close(fd);
        }
    }

    private Path file(int size) throws IOException {
        return Files.write(directory.resolve("file"), new byte[size]);
    }

    private static Path sharedMemoryFile() throws IOException {
        Path file = Files.createTempFile(Path.of("/dev/shm"), "qom-test", ".ram");
        file.toFile().deleteOnExit();
        return Files.write(file, new byte[4096]);
    }

    /** Returns the protection that the kernel lists for an address; empty if nothing is mapped there. */
    private static String protectionAt(long address) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] range = line.split("[- ]", 3);
            if (Long.compareUnsigned(address, Long.parseUnsignedLong(range[0], 16)) >= 0
                    && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0) {
                return range[2].substring(0, 4);
            }
        }
        return "";
    }
}
