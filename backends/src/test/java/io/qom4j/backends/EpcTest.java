// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import io.qom4j.exec.ram.RamFlags;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Enclave memory, with another device in the place of the processor's. */
class EpcTest {
    private static final String OBJECT = "{'qom-type': 'memory-backend-epc', 'id': 'e', 'size': 8192}";

    private static Backends with(String device) {
        return new Backends(new BackendsModule(BackendOptions.STANDARD, new EpcDevice(Path.of(device))));
    }

    @Test
    void isNoTypeWithoutTheDeviceAndSaysWhy() {
        try (Backends backends = with("/dev/absent")) {
            assertThat(backends.qom.types().contains("memory-backend-epc")).isFalse();
            assertThatThrownBy(() -> backends.add(OBJECT)).isInstanceOfSatisfying(ObjectException.class, refusal -> {
                assertThat(refusal).hasMessage("invalid object type: memory-backend-epc");
                assertThat(refusal.hints()).singleElement().asString().contains("/dev/absent");
            });
        }
    }

    @Test
    void argumentsAreCheckedBeforeTheTypeIsFoundMissing() {
        try (Backends backends = with("/dev/absent")) {
            assertThatThrownBy(() -> backends.add("{'qom-type': 'memory-backend-epc', 'id': 'e'}"))
                    .hasMessage("Parameter 'size' is missing");
        }
    }

    @Test
    void mapsTheDeviceProtectedAndUnderItsFullPath() {
        try (Backends backends = with("/dev/zero")) {
            HostMemoryBackend backend = backends.add(OBJECT);
            assertThat(Objects.requireNonNull(backend.block())
                            .flags()
                            .has(RamFlags.RAM_PROTECTED | RamFlags.RAM_SHARED))
                    .isTrue();
            assertThat(Objects.requireNonNull(backend.region()).regionName()).isEqualTo("/objects/e");
        }
    }

    @Test
    void isSharedAndNeitherMergedNorDumpedUnlessThatIsAskedFor() {
        try (Backends backends = with("/dev/zero")) {
            HostMemoryBackend backend = backends.add(OBJECT);
            assertThat(backend.isShared()).isTrue();
            assertThat(backend.isMergeable()).isFalse();
            assertThat(backend.isDumped()).isFalse();
        }
    }
}
