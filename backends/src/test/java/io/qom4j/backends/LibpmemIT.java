// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.host.Host;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real libpmem, told by its own variable to take all memory for persistent; the device stands for one that is. */
class LibpmemIT {
    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:auto", "-Xint"})
    void flushesADevice(String option) throws IOException, InterruptedException {
        if (!Host.system().canPersist()) {
            System.err.println("NOT CHECKED: flushing by libpmem, which is not installed (apt install libpmem1)");
            return;
        }
        try (ChildJvm child =
                ChildJvm.start(List.of("env", "PMEM_IS_PMEM_FORCE=1"), option, PmemUser.class, "/dev/zero")) {
            assertThat(child.rest()).containsExactly("pmem");
            assertThat(child.await()).isZero();
        }
    }
}
