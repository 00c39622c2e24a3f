// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -m} and {@code -machine}, as QEMU 7.2 was seen to take them. */
class MachineOptionsTest {
    @TempDir
    Path folder;

    @Test
    void memoryIsRoundedUpToWholeUnits() throws IOException {
        try (Started system = Started.with(folder, List.of("-m", "4097b"));
                QmpClient client = new QmpClient(system.socket())) {
            client.negotiate();
            assertThat(client.ask("query-memory-size-summary", Map.of()))
                    .isEqualTo(Map.of("return", Map.of("base-memory", 8192L, "plugged-memory", 0L)));
        }
    }

    @Test
    void ofTwoUnknownPropertiesTheOneThatQemuNamesIsNamed() {
        try (Started system = Started.with(folder, List.of("-machine", "foo=1,bar=2"))) {
            assertThat(system.err()).containsExactly("Property 'none-machine.bar' not found");
        }
    }
}
