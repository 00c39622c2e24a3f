// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.host.Host;
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
}
