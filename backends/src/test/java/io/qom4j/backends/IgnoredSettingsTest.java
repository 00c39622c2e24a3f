// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings that QEMU takes after the allocation and then ignores: taken here, too, but not without a word. */
class IgnoredSettingsTest {
    private final Backends backends = new Backends();

    @AfterEach
    void stop() {
        backends.close();
    }

    private HostMemoryBackend memfd() {
        return backends.add("{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': 4096}");
    }

    private void requireWarningAbout(String property) {
        assertThat(backends.warnings)
                .singleElement()
                .asString()
                .contains("'" + property + "'", "/objects/m", "no effect");
    }

    @Test
    void policy() {
        HostMemoryBackend backend = memfd();
        backend.setString("policy", "bind");
        assertThat(backend.getString("policy")).isEqualTo("bind");
        requireWarningAbout("policy");
    }

    @Test
    void hostNodes() {
        HostMemoryBackend backend = memfd();
        backend.addHostNodes(new long[] {0});
        assertThat(backend.hostNodes()).containsExactly(0);
        requireWarningAbout("host-nodes");
    }

    @Test
    void hugetlb() {
        HostMemoryBackend backend = memfd();
        backend.setBool("hugetlb", true);
        assertThat(backend.getBool("hugetlb")).isTrue();
        requireWarningAbout("hugetlb");
    }

    @Test
    void seal() {
        HostMemoryBackend backend = memfd();
        backend.setBool("seal", false);
        assertThat(backend.getBool("seal")).isFalse();
        requireWarningAbout("seal");
    }

    @Test
    void canonicalPath() {
        HostMemoryBackend backend = memfd();
        backend.setBool("x-use-canonical-path-for-ramblock-id", true);
        assertThat(Objects.requireNonNull(backend.region()).regionName()).isEqualTo("m");
        requireWarningAbout("x-use-canonical-path-for-ramblock-id");
    }

    @Test
    void preallocationThatIsTakenBack() {
        HostMemoryBackend backend = memfd();
        backend.setBool("prealloc", true);
        backend.setBool("prealloc", false);
        assertThat(backend.getBool("prealloc")).isTrue();
        assertThat(backends.warnings).singleElement().asString().contains("'prealloc'", "stays on");
    }

    @Test
    void whatIsSetBeforeTheAllocationIsNotWarnedAbout() {
        backends.add(
                "{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': 4096, 'seal': false, 'policy': 'default'}");
        assertThat(backends.warnings).isEmpty();
    }
}
