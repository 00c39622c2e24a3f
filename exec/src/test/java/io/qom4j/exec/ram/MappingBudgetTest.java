// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingBudgetTest {
    private static final RamRequest REQUEST = RamRequest.of(RamBlockOwner.named("m"), 4096);
    private static final String LIMIT_REACHED =
            "the process has 64600 mappings, and vm.max_map_count allows 65530, of which 1024 are left to the JVM";

    private final Host host = mock(Host.class, delegatesTo(Host.system()));
    private final RamList list = new RamList(host);

    @TempDir
    Path directory;

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void mappingsAreCountedAsTheKernelDoes() throws IOException {
        int counted = Host.system().countMappings();
        assertThat(Files.readAllLines(Path.of("/proc/self/maps"))).hasSizeBetween(counted - 50, counted + 50);
    }

    @Test
    void blocksEndBeforeTheJvmHasNoMappingsLeftAndTheTextNamesTheLimit() {
        limit(64_600);
        assertThatThrownBy(() -> {
                    for (int i = 0; i <= MappingBudget.LEAST; i++) {
                        list.allocator().allocate(REQUEST);
                    }
                })
                .isInstanceOf(RamException.class)
                .hasMessage("cannot set up guest memory 'm': Cannot allocate memory: " + LIMIT_REACHED);
        assertThat(list.size()).isEqualTo(MappingBudget.LEAST / 2);
        list.blocks().forEach(list::free);
        doReturn(1000).when(host).countMappings();
        assertThat(list.allocator().allocate(REQUEST).offset()).isZero();
    }

    @Test
    void aFileThatWasCreatedForABlockTooManyIsRemoved() {
        limit(64_600);
        for (int i = 0; i < MappingBudget.LEAST / 2; i++) {
            list.allocator().allocate(REQUEST);
        }
        Path file = directory.resolve("file");
        assertThatThrownBy(() -> list.allocator().allocateFromFile(REQUEST, file.toString(), 0))
                .hasMessage("unable to map backing store for guest RAM: Cannot allocate memory: " + LIMIT_REACHED);
        assertThat(file).doesNotExist();
    }

    @Test
    void aRefusalOfTheKernelItselfNamesTheLimitOnlyIfThatIsWhy() {
        doThrow(new HostException("mmap", Errno.ENOMEM))
                .when(host)
                .mmap(anyLong(), anyLong(), anyInt(), anyInt(), anyInt(), anyLong());
        assertThatThrownBy(() -> list.allocator().allocate(REQUEST))
                .hasMessage("cannot set up guest memory 'm': Cannot allocate memory");
        limit(64_600);
        assertThatThrownBy(() -> list.allocator().allocate(REQUEST)).hasMessageEndingWith(LIMIT_REACHED);
    }

    @Test
    void countingIsRare() {
        for (int i = 0; i < 2000; i++) {
            list.free(list.allocator().allocate(REQUEST));
        }
        verify(host, atMost(3)).countMappings();
    }

    private void limit(int present) {
        doReturn("65530\n").when(host).readText("/proc/sys/vm/max_map_count");
        doReturn(present).when(host).countMappings();
    }
}
