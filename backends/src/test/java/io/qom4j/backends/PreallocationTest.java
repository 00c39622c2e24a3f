// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.Preallocation;
import io.qom4j.exec.ram.PreallocationListener;
import io.qom4j.exec.ram.RamListOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreallocationTest {
    private static final long SIZE = 1 << 20;

    @TempDir
    Path folder;

    private final Backends backends = new Backends();

    @AfterEach
    void stop() {
        backends.close();
    }

    private String file(String members) {
        return "{'qom-type': 'memory-backend-file', 'id': 'm', 'size': '1M', 'share': true, 'mem-path': '"
                + folder.resolve("m") + "'" + members + "}";
    }

    private long storedBytes() {
        return Host.system().stat(folder.resolve("m").toString()).blocks() * 512;
    }

    @Test
    void sharedFileHasAllItsStorageAfterwards() {
        backends.add(file(", 'prealloc': true"));
        assertThat(storedBytes()).isGreaterThanOrEqualTo(SIZE);
    }

    @Test
    void canBeAskedForLater() {
        HostMemoryBackend backend = backends.add(file(""));
        assertThat(storedBytes()).isZero();
        backend.setBool("prealloc", true);
        assertThat(storedBytes()).isGreaterThanOrEqualTo(SIZE);
    }

    @Test
    void staysOnWithAWarning() {
        HostMemoryBackend backend = backends.add(file(", 'prealloc': true"));
        backend.setBool("prealloc", false);
        assertThat(backend.getBool("prealloc")).isTrue();
        assertThat(backends.warnings)
                .singleElement()
                .asString()
                .contains("'prealloc'")
                .contains("stays on");
    }

    @Test
    void runsOnTheProcessorsOfAThreadContext() {
        ThreadContext context = backends.qom.newObject("thread-context", ThreadContext.class);
        context.setCpuAffinity(new long[] {0});
        backends.qom.objects().publish(context, "tc");
        context.unref();
        backends.add(file(", 'prealloc': true, 'prealloc-context': 'tc'"));
        assertThat(storedBytes()).isGreaterThanOrEqualTo(SIZE);
    }

    @Test
    void excludesNotReserving() {
        assertThatThrownBy(() -> backends.add(file(", 'prealloc': true, 'reserve': false")))
                .hasMessage("'prealloc=on' and 'reserve=off' are incompatible");
    }

    @Test
    void readOnlyFileIsPopulatedInsteadOfKillingTheProcess() {
        backends.add(file(", 'prealloc': true, 'readonly': true"));
        assertThat(backends.qom.find("/objects/m")).isNotNull();
    }

    @Test
    void moreThanTheHostHasIsRefusedBeforeTheKernelKillsTheProcess() {
        Host poor = mock(Host.class, delegatesTo(Host.system()));
        doReturn("MemTotal:  8 kB\nMemAvailable:       2048 kB\nSwapFree:        1024 kB\n")
                .when(poor)
                .readText("/proc/meminfo");
        try (Backends there =
                new Backends(Qom.builder().discoverModules().module(new ExecModule(poor, RamListOptions.STANDARD)))) {
            there.add("{'qom-type': 'memory-backend-ram', 'id': 'a', 'size': '3M', 'prealloc': true}");
            assertThatThrownBy(() ->
                            there.add("{'qom-type': 'memory-backend-ram', 'id': 'b', 'size': '4M', 'prealloc': true}"))
                    .isInstanceOfSatisfying(QomException.class, refusal -> {
                        assertThat(refusal)
                                .hasMessage("qemu_prealloc_mem: preallocating memory failed: Cannot allocate memory");
                        assertThat(refusal.hints()).singleElement().asString().contains("0x300000 left");
                    });
            there.add(file(", 'prealloc': true").replace("1M", "4M"));
        }
    }

    @Test
    void cancelledPreallocationLeavesNothing() {
        BackendOptions impatient = BackendOptions.STANDARD.withPreallocation(new PreallocationListener() {
            @Override
            public void started(Preallocation run) {
                run.cancel();
            }

            @Override
            public void progress(long done, long total) {}
        });
        try (Backends there = new Backends(new BackendsModule(impatient))) {
            assertThatThrownBy(() -> there.add(file(", 'prealloc': true")))
                    .hasMessage("preallocation of 'm' was cancelled after 0x0 of 0x100000 bytes");
            assertThat(folder.resolve("m")).doesNotExist();
            assertThat(there.qom.find("/objects/m")).isNull();
        }
    }
}
