// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import io.qom4j.exec.ram.RamList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backend tells about its persistence, and the insistence on it. */
class PersistenceTest {
    @TempDir
    Path folder;

    private final Backends backends = new Backends();

    @AfterEach
    void stop() {
        backends.close();
    }

    private HostMemoryBackend file(Path path, String members) {
        return backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 4096, 'mem-path': '" + path + "'"
                + members + "}");
    }

    @Test
    void sharedFileOnADiskIsWrittenBack() {
        HostMemoryBackend backend = file(folder.resolve("m"), ", 'share': true");
        assertThat(backend.getString("persistence-status")).isEqualTo("write-back");
        assertThat(backend.getString("persistence-reason")).contains("pmem=off");
    }

    @Test
    void privateFileDoesNotPersist() {
        HostMemoryBackend backend = file(folder.resolve("m"), ", 'pmem': true");
        assertThat(backend.getString("persistence-status")).isEqualTo("none");
        assertThat(backend.getString("persistence-reason")).contains("share=off");
    }

    @Test
    void fileInMemoryDoesNotPersist() throws IOException {
        Path inMemory = Files.createTempFile(Path.of("/dev/shm"), "qom-test", ".img");
        try {
            HostMemoryBackend backend = file(inMemory, ", 'share': true");
            assertThat(backend.getString("persistence-status")).isEqualTo("none");
            assertThat(backend.getString("persistence-reason")).contains("lives in memory");
        } finally {
            Files.delete(inMemory);
        }
    }

    @Test
    void anonymousMemoryDoesNotPersist() {
        HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': 4096}");
        assertThat(backend.getString("persistence-status")).isEqualTo("none");
    }

    @Test
    void backendThatIsNotAllocatedSaysSo() {
        HostMemoryBackend backend = backends.qom.newObject("memory-backend-ram", HostMemoryBackend.class);
        assertThat(backend.getString("persistence-status")).isEqualTo("not allocated");
        backend.unref();
    }

    @Test
    void statusCannotBeSet() {
        HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': 4096}");
        assertThatThrownBy(() -> backend.setString("persistence-status", "synchronous"))
                .hasMessage("Property 'memory-backend-ram.persistence-status' is not writable");
    }

    @Test
    void requiredPersistenceIsRefusedOnAPrivateMappingAndNothingIsLeft() {
        assertThatThrownBy(() -> file(folder.resolve("m"), ", 'pmem': true, 'persistence': 'required'"))
                .isInstanceOfSatisfying(ObjectException.class, refusal -> {
                    assertThat(refusal)
                            .hasMessageStartingWith("'persistence=required' cannot be met by " + folder.resolve("m"))
                            .hasMessageContaining("share=off");
                    assertThat(refusal.hints()).isNotEmpty();
                });
        assertThat(folder.resolve("m")).doesNotExist();
        assertThat(backends.qom.find("/objects/m")).isNull();
        assertThat(backends.qom.service(RamList.class).snapshot()).isEmpty();
    }

    @Test
    void requiredPersistenceIsRefusedInMemoryAndAnEmptyFileIsCutBack() throws IOException {
        Path inMemory = Files.createTempFile(Path.of("/dev/shm"), "qom-test", ".img");
        try {
            assertThatThrownBy(() -> file(inMemory, ", 'share': true, 'pmem': true, 'persistence': 'required'"))
                    .hasMessageContaining("lives in memory");
            assertThat(inMemory).isEmptyFile();
        } finally {
            Files.delete(inMemory);
        }
    }

    @Test
    void requiredPersistenceIsNoMatterWithoutPmem() {
        assertThat(file(folder.resolve("m"), ", 'share': true, 'persistence': 'required'")
                        .isAllocated())
                .isTrue();
    }

    @Test
    void interpretedJvmSurvivesWritingBack() throws IOException, InterruptedException {
        ChildJvm child =
                ChildJvm.start("-Xint", RecordWriter.class, folder.resolve("m").toString(), "3");
        assertThat(child.readLine()).isEqualTo("durable 0");
        child.kill();
    }
}
