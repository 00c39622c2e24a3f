// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.PropertyException;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.exec.ram.PersistenceStatus;
import io.qom4j.exec.ram.QemuRamFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The property that this project began with, from its setter to the block's flag. */
class PmemTest {
    @TempDir
    Path folder;

    private Backends backends;

    @BeforeEach
    void start() {
        backends = new Backends();
    }

    @AfterEach
    void stop() {
        backends.close();
    }

    private HostMemoryBackendFile file(String members) {
        return backends.add(
                "{'qom-type': 'memory-backend-file', 'id': 'm', 'size': '1M', 'mem-path': '" + folder.resolve("m") + "'"
                        + members + "}",
                HostMemoryBackendFile.class);
    }

    private static RamBlock block(HostMemoryBackend backend) {
        return Objects.requireNonNull(backend.block());
    }

    private HostMemoryBackendFile unallocated() {
        return backends.qom.newObject(HostMemoryBackendFile.TYPE_NAME, HostMemoryBackendFile.class);
    }

    @Test
    void isAClassPropertyOfTypeBool() {
        assertThat(backends.qom.types().get("memory-backend-file").property("pmem"))
                .isInstanceOfSatisfying(BoolProperty.class, pmem -> {
                    assertThat(pmem.typeName()).isEqualTo("bool");
                    assertThat(pmem.declaredBy()).isEqualTo("memory-backend-file");
                });
    }

    @Test
    void isNoPropertyOfOtherBackends() {
        assertThat(backends.qom.types().get("memory-backend-ram").findProperty("pmem"))
                .isNull();
    }

    @Test
    void isOffAtFirst() {
        HostMemoryBackendFile backend = unallocated();
        assertThat(backend.getBool("pmem")).isFalse();
        backend.unref();
    }

    @Test
    void canBeSetBeforeAllocation() {
        HostMemoryBackendFile backend = unallocated();
        backend.setBool("pmem", true);
        assertThat(backend.getBool("pmem")).isTrue();
        backend.setBool("pmem", false);
        assertThat(backend.getBool("pmem")).isFalse();
        backend.unref();
    }

    @Test
    void cannotBeChangedOnceTheRegionExists() {
        HostMemoryBackendFile backend = file("");
        assertThatThrownBy(() -> backend.setBool("pmem", true))
                .isInstanceOf(PropertyException.class)
                .hasMessage("cannot change property 'pmem' of memory-backend-file.");
        assertThat(backend.getBool("pmem")).isFalse();
    }

    @Test
    void cannotBeSetToTheSameValueEitherOnceTheRegionExists() {
        HostMemoryBackendFile backend = file(", 'pmem': true");
        assertThatThrownBy(() -> backend.setBool("pmem", true))
                .hasMessage("cannot change property 'pmem' of memory-backend-file.");
    }

    @Test
    void becomesTheFlagPmemOfTheBlock() {
        RamBlock block = block(file(", 'pmem': true"));
        assertThat(block.isPmem()).isTrue();
        assertThat(block.flags().has(RamFlags.RAM_PMEM)).isTrue();
        assertThat(block.flags().has(RamFlags.RAM_SHARED)).isFalse();
    }

    @Test
    void combinesWithShare() {
        RamBlock block = block(file(", 'pmem': true, 'share': true"));
        assertThat(block.flags().has(RamFlags.RAM_SHARED)).isTrue();
        assertThat(block.isPmem()).isTrue();
    }

    @Test
    void leavesABlockAloneThatDidNotAskForIt() {
        assertThat(block(file(", 'share': true")).isPmem()).isFalse();
    }

    @Test
    void isHandedDownInANumberingOfItsOwn() {
        assertThat(QemuRamFlags.of(true, true).bits()).isEqualTo(0b11);
        assertThat(QemuRamFlags.of(false, true).bits()).isEqualTo(QemuRamFlags.QEMU_RAM_PMEM);
        assertThat(QemuRamFlags.of(false, true).toRamFlags().bits()).isEqualTo(RamFlags.RAM_PMEM);
    }

    @Test
    void withoutShareIsReportedToPersistNothing() {
        assertThat(block(file(", 'pmem': true")).persistence())
                .isInstanceOfSatisfying(
                        PersistenceStatus.NotPersistent.class,
                        status -> assertThat(status.reason()).contains("share=off"));
        assertThat(backends.warnings).isEmpty();
    }

    @Test
    void withShareOnAHostWithoutDaxFallsBackWithQemusWarning() {
        RamBlock block = block(file(", 'pmem': true, 'share': true"));
        if (block.persistence() instanceof PersistenceStatus.Synchronous) {
            System.err.println("NOT CHECKED: " + folder + " lies on DAX, so there was nothing to fall back from");
            return;
        }
        assertThat(backends.warnings)
                .containsExactly(
                        "Warning: requesting persistence across crashes for backend file " + folder.resolve("m")
                                + " failed. Proceeding without persistence, data might become corrupted in case of host"
                                + " crash.",
                        "warning: Using non DAX backing file with 'pmem=on' option is deprecated");
    }
}
