// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.SyncFlags;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RamWritebackTest {
    private final Host host = mock(Host.class, delegatesTo(Host.system()));
    private final RamList list = new RamList(host);

    @TempDir
    Path directory;

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void aRangeIsWidenedToPages() {
        RamBlock block = file();
        list.writeback().writeBack(block, 5000, 10);
        verify(host)
                .msync(
                        argThat(range -> range.address() == block.address() + 4096 && range.byteSize() == 4096),
                        eq(SyncFlags.MS_SYNC));
    }

    @Test
    void aSharedFileOnADiskIsDurableAfterwards() {
        assertThat(list.writeback().writeBack(file())).isInstanceOf(PersistenceStatus.WriteBack.class);
    }

    @Test
    void memoryWithoutAFileHasNothingToWriteBack() {
        RamBlock block = list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m"), 8192));
        assertThat(list.writeback().writeBack(block)).isInstanceOf(PersistenceStatus.NotPersistent.class);
        verify(host, never()).msync(any(), anyInt());
    }

    @Test
    void aRangeBeyondTheUsedLengthIsRefused() {
        RamBlock block = file();
        assertThatThrownBy(() -> list.writeback().writeBack(block, 4096, 8192))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aFailureIsReportedAndNotOnlyPrinted() {
        RamBlock block = file();
        doThrow(new HostException("msync", Errno.EIO)).when(host).msync(any(), anyInt());
        assertThatThrownBy(() -> list.writeback().writeBack(block))
                .isInstanceOf(RamException.class)
                .hasMessage(String.format(
                        "qemu_ram_msync: failed to sync memory range: start: 0x%x length: 0x2000", block.address()))
                .hasRootCauseMessage("msync: Input/output error");
    }

    @Test
    void aDeviceThatLibpmemKnowsAsPersistentIsFlushedWithoutASystemCall() {
        doReturn(true).when(host).isPmem(any());
        doNothing().when(host).persist(any());
        RamBlock device = shared("/dev/zero");
        assertThat(device.persistence()).isInstanceOf(PersistenceStatus.PersistentMemory.class);
        list.writeback().writeBack(device, 10, 20);
        verify(host).persist(argThat(range -> range.address() == device.address() + 10 && range.byteSize() == 20));
        verify(host, never()).msync(any(), anyInt());
    }

    @Test
    void aFileIsNeverFlushedInNativeCodeBecauseItMayBeCut() {
        doReturn(true).when(host).isPmem(any());
        RamBlock file = shared(directory.resolve("f").toString());
        assertThat(file.persistence().writeback()).isEqualTo(WritebackMethod.MSYNC);
    }

    @Test
    void aDeviceThatNobodyKnowsKeepsNothing() {
        doReturn(false).when(host).isPmem(any());
        assertThat(shared("/dev/zero").persistence()).isInstanceOf(PersistenceStatus.NotPersistent.class);
    }

    private RamBlock shared(String path) {
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), 8192).withFlags(QemuRamFlags.of(true, true));
        return list.allocator().allocateFromFile(request, path, 0);
    }

    private RamBlock file() {
        RamRequest request = RamRequest.of(RamBlockOwner.named("m"), 8192).withFlags(QemuRamFlags.of(true, false));
        return list.allocator().allocateFromFile(request, directory.resolve("f").toString(), 0);
    }
}
