// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemoryAdvice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreallocationTest {
    private static final long MIB = 1 << 20;
    private static final PreallocationListener NOBODY = (done, total) -> {};

    private final Host host = Host.system();
    private final RamList list = new RamList(host);

    @TempDir
    Path directory;

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void aSharedFileHasAllItsStorageAfterwardsAndItsBytes() throws IOException {
        RamBlock block = file("f", MIB, true);
        block.segment().set(JAVA_BYTE, 5000, (byte) 9);
        assertThat(new Preallocation(host, block, 1, NOBODY).run()).isTrue();
        assertThat(host.fstat(block.fd()).blocks() * 512).isGreaterThanOrEqualTo(MIB);
        assertThat(block.segment().get(JAVA_BYTE, 5000)).isEqualTo((byte) 9);
    }

    @Test
    void aPrivateFileStaysSparse() throws IOException {
        RamBlock block = file("f", MIB, false);
        new Preallocation(host, block, 1, NOBODY).run();
        assertThat(host.fstat(block.fd()).blocks()).isZero();
    }

    @Test
    void anOldKernelsPagesAreTouchedOneByOneWithoutChange() throws IOException {
        RamBlock block = file("f", MIB, true);
        block.segment().fill((byte) 3);
        Host old = withoutPopulate();
        assertThat(new Preallocation(old, block, 1, NOBODY).run()).isTrue();
        assertThat(host.fstat(block.fd()).blocks() * 512).isGreaterThanOrEqualTo(MIB);
        assertThat(block.segment().get(JAVA_BYTE, MIB - 1)).isEqualTo((byte) 3);
    }

    @Test
    void aReadOnlyBlockIsPopulatedForReading() throws IOException {
        Files.write(directory.resolve("ro"), new byte[(int) MIB]);
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), MIB)
                .withFlags(RamFlags.of(RamFlags.RAM_READONLY | RamFlags.RAM_READONLY_FD | RamFlags.RAM_SHARED));
        RamBlock block = list.allocator()
                .allocateFromFile(request, directory.resolve("ro").toString(), 0);
        assertThat(new Preallocation(host, block, 1, NOBODY).run()).isTrue();
        assertThat(new Preallocation(withoutPopulate(), block, 1, NOBODY).run()).isTrue();
    }

    @Test
    void aCutFileIsRefusedInQemusWordsWhetherPopulatedOrTouched() throws IOException {
        RamBlock block = file("f", MIB, true);
        host.ftruncate(block.fd(), 4096);
        for (Host each : List.of(host, withoutPopulate())) {
            assertThatThrownBy(() -> new Preallocation(each, block, 1, NOBODY).run())
                    .isInstanceOf(RamException.class)
                    .hasMessage("qemu_prealloc_mem: preallocating memory failed: Bad address");
        }
    }

    @Test
    void theFailingOfAThreadEndsAllAndIsReportedOnce() {
        RamBlock block = anonymous(256 * MIB);
        Host failing = mock(Host.class, delegatesTo(host));
        doThrow(new HostException("madvise", Errno.ENOMEM))
                .when(failing)
                .madvise(
                        argThat(range -> range != null && range.byteSize() > 4096),
                        eq(MemoryAdvice.MADV_POPULATE_WRITE));
        assertThatThrownBy(() -> new Preallocation(failing, block, 4, NOBODY).run())
                .hasMessage("qemu_prealloc_mem: preallocating memory failed: Cannot allocate memory");
    }

    @Test
    void smallBlocksNeedOneThreadAndLargeOnesAsManyAsProcessors() {
        RamBlock small = anonymous(4 * MIB);
        RamBlock large = anonymous(256 * MIB);
        assertThat(new Preallocation(host, small, 8, NOBODY).threads()).isEqualTo(1);
        assertThat(new Preallocation(host, large, 100, NOBODY).threads()).isEqualTo(Math.min(4, host.onlineCpus()));
        assertThat(new Preallocation(host, large, 1, NOBODY).threads()).isEqualTo(1);
    }

    @Test
    void progressGrowsToTheWhole() {
        RamBlock block = anonymous(130 * MIB);
        List<Long> seen = new ArrayList<>();
        Preallocation preallocation = new Preallocation(host, block, 2, (done, total) -> {
            assertThat(total).isEqualTo(130 * MIB);
            seen.add(done);
        });
        assertThat(preallocation.run()).isTrue();
        assertThat(seen).isSorted().doesNotHaveDuplicates().endsWith(130 * MIB);
    }

    @Test
    void cancellingEndsTheRunEarly() {
        RamBlock block = anonymous(128 * MIB);
        AtomicInteger steps = new AtomicInteger();
        Preallocation[] self = new Preallocation[1];
        self[0] = new Preallocation(host, block, 1, (done, total) -> {
            if (steps.incrementAndGet() == 2) {
                self[0].cancel();
            }
        });
        assertThat(self[0].run()).isFalse();
        assertThat(steps).hasValue(2);
    }

    @Test
    void aFactoryMakesTheThreadsEvenIfOneIsEnough() {
        RamBlock block = anonymous(MIB);
        List<Thread> made = new ArrayList<>();
        Preallocation preallocation = new Preallocation(host, block, 1, NOBODY, work -> {
            Thread thread = Thread.ofPlatform().daemon().unstarted(work);
            made.add(thread);
            return thread;
        });
        assertThat(preallocation.run()).isTrue();
        assertThat(made).hasSize(1);
    }

    private Host withoutPopulate() {
        Host old = mock(Host.class, delegatesTo(host));
        doThrow(new HostException("madvise", Errno.EINVAL))
                .when(old)
                .madvise(any(), eq(MemoryAdvice.MADV_POPULATE_WRITE));
        doThrow(new HostException("madvise", Errno.EINVAL))
                .when(old)
                .madvise(any(), eq(MemoryAdvice.MADV_POPULATE_READ));
        return old;
    }

    private RamBlock anonymous(long size) {
        return list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m"), size));
    }

    private RamBlock file(String name, long size, boolean shared) {
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), size).withFlags(QemuRamFlags.of(shared, false));
        return list.allocator()
                .allocateFromFile(request, directory.resolve(name).toString(), 0);
    }
}
