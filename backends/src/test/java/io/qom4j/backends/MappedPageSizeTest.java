// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamPageSizes;
import org.junit.jupiter.api.Test;

class MappedPageSizeTest {
    @Test
    void thePageSizeOfABackendCountsOnceAMachineUsesIt() {
        try (Backends backends = new Backends()) {
            HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': 4096}");
            RamPageSizes sizes = backend.qom().service(RamList.class).pageSizes();
            assertThat(sizes.largestMapped()).isZero();
            backend.setMapped(true);
            assertThat(sizes.largestMapped()).isEqualTo(4096);
            backend.setMapped(false);
        }
    }
}
