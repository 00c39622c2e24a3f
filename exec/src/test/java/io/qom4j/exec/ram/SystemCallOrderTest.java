// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.host.MapFlags.MAP_ANONYMOUS;
import static io.qom4j.exec.host.MapFlags.MAP_FIXED;
import static io.qom4j.exec.host.MapFlags.MAP_PRIVATE;
import static io.qom4j.exec.host.MapFlags.MAP_SHARED;
import static io.qom4j.exec.host.MapFlags.MAP_SHARED_VALIDATE;
import static io.qom4j.exec.host.MapFlags.MAP_SYNC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import io.qom4j.exec.host.Host;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.invocation.Invocation;

/** The system calls of an allocation are those that QEMU 7.2 was seen to make, in its order. */
class SystemCallOrderTest {
    private static final long MIB = 1 << 20;

    private final Host host = mock(Host.class, delegatesTo(Host.system()));
    private final RamList list = new RamList(host);

    @TempDir
    Path directory;

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void anonymousMemory() {
        RamBlock block = list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m"), MIB));
        assertThat(calls())
                .containsSubsequence(
                        mmap(3 * MIB, 0, MAP_PRIVATE | MAP_ANONYMOUS),
                        mmap(MIB, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED),
                        "munmap",
                        "madvise 12",
                        "madvise 14",
                        "madvise 10");
        list.free(block);
        assertThat(calls()).last().isEqualTo("munmap " + (MIB + 4096));
    }

    @Test
    void aSharedFileThatIsNew() {
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), MIB).withFlags(QemuRamFlags.of(true, false));
        RamBlock block = list.allocator()
                .allocateFromFile(request, directory.resolve("f").toString(), 0);
        assertThat(calls())
                .containsSubsequence(
                        "open 80002",
                        "open 800c2",
                        "lseek",
                        "ftruncate " + MIB,
                        mmap(MIB + 4096, 0, MAP_PRIVATE | MAP_ANONYMOUS),
                        mmap(MIB, 3, MAP_SHARED | MAP_FIXED),
                        "madvise 14",
                        "madvise 10");
        list.free(block);
        assertThat(calls()).endsWith("munmap " + (MIB + 4096), "close");
    }

    @Test
    void aSynchronousMappingIsTriedWhereNothingCanBeLostAndThenAnOrdinaryOneMade() {
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), MIB).withFlags(QemuRamFlags.of(true, true));
        list.allocator().allocateFromFile(request, directory.resolve("f").toString(), 0);
        assertThat(calls())
                .containsSubsequence(
                        mmap(MIB, 3, MAP_SHARED_VALIDATE | MAP_SYNC),
                        mmap(MIB + 4096, 0, MAP_PRIVATE | MAP_ANONYMOUS),
                        mmap(MIB, 3, MAP_SHARED | MAP_FIXED));
    }

    @Test
    void noReservationIsAskedForOnlyIfTheKernelHeedsIt() {
        RamRequest request =
                RamRequest.of(RamBlockOwner.named("m"), MIB).withFlags(RamFlags.of(RamFlags.RAM_NORESERVE));
        list.allocator().allocate(request);
        assertThat(calls())
                .containsSubsequence("readText", mmap(MIB, 3, 0x4000 | MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED));
    }

    @Test
    void mergingAndDumpingAreAdvisedOnceAndOnlyAsWanted() {
        RamRequest request =
                RamRequest.of(RamBlockOwner.named("m"), MIB).withAdvice(new MachineMemoryDefaults(false, false));
        list.allocator().allocate(request);
        assertThat(calls()).doesNotContain("madvise 12").containsOnlyOnce("madvise 16");
    }

    private static String mmap(long length, int protection, int flags) {
        return "mmap " + length + " " + protection + " " + Integer.toHexString(flags);
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (Invocation call : mockingDetails(host).getInvocations()) {
            Object[] arguments = call.getArguments();
            String name = call.getMethod().getName();
            switch (name) {
                case "mmap" -> calls.add(mmap((long) arguments[1], (int) arguments[2], (int) arguments[3]));
                case "madvise" -> {
                    assertThat(((MemorySegment) arguments[0]).byteSize()).isEqualTo(MIB);
                    calls.add(name + " " + arguments[1]);
                }
                case "munmap" -> {
                    calls.add(name);
                    calls.add(name + " " + arguments[1]);
                }
                case "ftruncate" -> calls.add(name + " " + arguments[1]);
                case "open" -> calls.add(name + " " + Integer.toHexString((int) arguments[1]));
                default -> calls.add(name);
            }
        }
        return calls;
    }
}
