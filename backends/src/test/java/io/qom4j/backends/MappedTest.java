// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The use of a backend by one machine or device at a time. */
class MappedTest {
    private final Backends backends = new Backends();

    @BeforeEach
    void addBackend() {
        backends.add("{'qom-type': 'memory-backend-ram', 'id': 'nv1', 'size': 4096}");
    }

    @AfterEach
    void stop() {
        backends.close();
    }

    private HostMemoryBackend backend() {
        return backends.qom.resolve("/objects/nv1").as(HostMemoryBackend.class);
    }

    @Test
    void secondUserIsRefused() {
        backend().setMapped(true);
        assertThatThrownBy(() -> backend().setMapped(true)).hasMessage("can't use already busy memdev: nv1");
    }

    @Test
    void backendInUseCannotBeDeletedAndStays() {
        backend().setMapped(true);
        assertThat(backend().canBeDeleted()).isFalse();
        assertThatThrownBy(() -> backends.qom.objects().delete("nv1"))
                .hasMessage("object 'nv1' is in use, can not be deleted");
        assertThat(backend().isAllocated()).isTrue();
    }

    @Test
    void backendThatIsNotUsedAnyMoreCanBeUsedAgainAndDeleted() {
        backend().setMapped(true);
        backend().setMapped(false);
        backend().setMapped(true);
        backend().setMapped(false);
        backends.qom.objects().delete("nv1");
        assertThat(backends.qom.find("/objects/nv1")).isNull();
    }
}
