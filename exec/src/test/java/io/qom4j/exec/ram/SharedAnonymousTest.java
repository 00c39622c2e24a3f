// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedAnonymousTest {
    private static final RamRequest PLAIN = RamRequest.of(RamBlockOwner.named("m"), 8192);
    private static final RamRequest SHARED = PLAIN.withFlags(RamFlags.of(RamFlags.RAM_SHARED));

    private final Host host = mock(Host.class, delegatesTo(Host.system()));
    private RamList list = new RamList(host);

    @AfterEach
    void freeEverything() {
        list.close();
    }

    private RamBlock allocate(SharedAnonymous shared, RamRequest request) {
        list.close();
        list = new RamList(host, RamListOptions.STANDARD.withShared(shared));
        return list.allocator().allocate(request);
    }

    @Test
    void sharedMemoryHasNoDescriptorInRelease72() {
        assertThat(allocate(SharedAnonymous.MAPPING, SHARED).fd()).isNegative();
    }

    @Test
    void aMemoryFileGivesSharedMemoryADescriptorAndHugePageAlignment() {
        RamBlock block = allocate(SharedAnonymous.MEMORY_FILE, SHARED);
        assertThat(block.fd()).isNotNegative();
        assertThat(block.address() % (2 << 20)).isZero();
        assertThat(block.isShared()).isTrue();
        assertThat(block.segment().get(JAVA_BYTE, 8191)).isZero();
        assertThat(host.fstat(block.fd()).size()).isEqualTo(8192);
    }

    @Test
    void privateMemoryStaysAMapping() {
        assertThat(allocate(SharedAnonymous.MEMORY_FILE, PLAIN).fd()).isNegative();
        RamRequest insists = PLAIN.withFlags(RamFlags.of(RamFlags.RAM_PRIVATE));
        assertThat(allocate(SharedAnonymous.MEMORY_FILE_FOR_ALL, insists).fd()).isNegative();
    }

    @Test
    void memoryWithoutAWishIsSharedIfAllIs() {
        RamBlock block = allocate(SharedAnonymous.MEMORY_FILE_FOR_ALL, PLAIN);
        assertThat(block.fd()).isNotNegative();
        assertThat(block.isShared()).isTrue();
    }

    @Test
    void aHostWithoutMemoryFilesGivesAMapping() {
        doThrow(new HostException("memfd_create", Errno.ENOSYS)).when(host).memfdCreate(any(), anyInt());
        RamBlock block = allocate(SharedAnonymous.MEMORY_FILE, SHARED);
        assertThat(block.fd()).isNegative();
        assertThat(block.isShared()).isTrue();
    }

    @Test
    void whatIsTooLargeIsRefusedInTheUsualWords() {
        RamRequest huge = RamRequest.of(RamBlockOwner.named("m"), 1L << 62).withFlags(SHARED.flags());
        assertThatThrownBy(() -> allocate(SharedAnonymous.MEMORY_FILE, huge))
                .isInstanceOf(RamException.class)
                .hasMessage("cannot set up guest memory 'm': Cannot allocate memory");
    }
}
