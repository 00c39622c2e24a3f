// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.error.QomException;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What backends do to files, and what they leave alone. */
class FileEffectsTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private final Backends backends = new Backends();

    @AfterEach
    void stop() {
        backends.close();
    }

    private Path path() {
        return folder.resolve("m");
    }

    private HostMemoryBackendFile add(String members) {
        return backends.add(
                "{'qom-type': 'memory-backend-file', 'id': 'm', 'mem-path': '" + path() + "', " + members + "}",
                HostMemoryBackendFile.class);
    }

    private static RamBlock block(HostMemoryBackend backend) {
        return Objects.requireNonNull(backend.block());
    }

    private static long storedBlocks(Path file) {
        return Host.system().stat(file.toString()).blocks();
    }

    private void requireNothingLeft() {
        assertThat(backends.qom.find("/objects/m")).isNull();
        assertThat(backends.qom.service(RamList.class).snapshot()).isEmpty();
    }

    @Test
    void absentFileIsMadeAsLongAsTheBlock() {
        add("'size': 5000");
        assertThat(path()).hasSize(2 * PAGE);
    }

    @Test
    void existingFileKeepsItsLength() throws IOException {
        Files.write(path(), new byte[5 * PAGE]);
        add("'size': 4096");
        assertThat(path()).hasSize(5 * PAGE);
    }

    @Test
    void smallerFileIsRefusedAndLeftAlone() throws IOException {
        Files.write(path(), new byte[PAGE]);
        assertThatThrownBy(() -> add("'size': 8192"))
                .isInstanceOf(QomException.class)
                .hasMessage("backing store size 0x1000 does not match 'size' option 0x2000");
        assertThat(path()).hasSize(PAGE);
        requireNothingLeft();
    }

    @Test
    void fileMadeForABackendThatIsThenRefusedIsRemoved() {
        assertThatThrownBy(() -> add("'size': 4096, 'policy': 'bind'"))
                .hasMessage("host-nodes must be set for policy bind");
        assertThat(path()).doesNotExist();
        requireNothingLeft();
    }

    @Test
    void emptyFileMadeLongerForABackendThatIsThenRefusedIsCutBack() throws IOException {
        Files.createFile(path());
        assertThatThrownBy(() -> add("'size': 4096, 'host-nodes': [0]")).isInstanceOf(QomException.class);
        assertThat(path()).isEmptyFile();
        requireNothingLeft();
    }

    @Test
    void duplicateIdIsFoundBeforeAFileIsMade() {
        backends.add("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': 4096}");
        assertThatThrownBy(() -> add("'size': 4096"))
                .hasMessage("attempt to add duplicate property 'm' to object (type 'container')");
        assertThat(path()).doesNotExist();
    }

    @Test
    void sharedStoreReachesTheFile() throws IOException {
        block(add("'size': 4096, 'share': true")).segment().set(ValueLayout.JAVA_BYTE, 7, (byte) 42);
        assertThat(Files.readAllBytes(path())[7]).isEqualTo((byte) 42);
    }

    @Test
    void privateStoreDoesNotReachTheFile() throws IOException {
        block(add("'size': 4096")).segment().set(ValueLayout.JAVA_BYTE, 7, (byte) 42);
        assertThat(Files.readAllBytes(path())[7]).isZero();
    }

    @Test
    void fileOutlivesItsBackend() throws IOException {
        block(add("'size': 4096, 'share': true")).segment().set(ValueLayout.JAVA_BYTE, 7, (byte) 42);
        backends.qom.objects().delete("m");
        assertThat(Files.readAllBytes(path())[7]).isEqualTo((byte) 42);
    }

    @Test
    void discardDataFreesTheFilesStorageOnDeletion() {
        RamBlock block = block(add("'size': 65536, 'share': true, 'discard-data': true"));
        block.segment().fill((byte) 1);
        assertThat(storedBlocks(path())).isPositive();
        backends.qom.objects().delete("m");
        assertThat(storedBlocks(path())).isZero();
        assertThat(path()).hasSize(65536);
    }

    @Test
    void discardDataSetLaterCountsToo() {
        HostMemoryBackendFile backend = add("'size': 65536, 'share': true");
        block(backend).segment().fill((byte) 1);
        backend.setBool("discard-data", true);
        backends.qom.close();
        assertThat(storedBlocks(path())).isZero();
    }

    @Test
    void contentsStayWithoutDiscardData() {
        block(add("'size': 65536, 'share': true")).segment().fill((byte) 1);
        backends.qom.objects().delete("m");
        assertThat(storedBlocks(path())).isPositive();
    }

    @Test
    void danglingSymbolicLinkIsRefusedInsteadOfTriedForEver() throws IOException {
        Files.createSymbolicLink(path(), folder.resolve("absent"));
        assertThatThrownBy(() -> add("'size': 4096"))
                .isInstanceOf(QomException.class)
                .hasMessageContaining("can't open backing store " + path());
        requireNothingLeft();
    }

    @Test
    void deletedBackendLeavesNoMapping() throws IOException {
        add("'size': 4096, 'share': true");
        backends.qom.objects().delete("m");
        assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain(path().toString());
    }

    @Test
    void dataOfABackendThatIsTakenBackAreNotDiscarded() throws IOException {
        Files.write(path(), new byte[] {1, 2, 3, 4});
        Files.write(path(), new byte[PAGE - 4], StandardOpenOption.APPEND);
        ConfigLoader twoOfThemOneWrong = ConfigLoader.of(backends.qom).text("""
                [{"qom-type": "memory-backend-file", "id": "m", "size": 4096, "share": true, "discard-data": true, "mem-path": "%s"},
                 {"qom-type": "memory-backend-ram", "id": "n", "size": 4096, "policy": "bind"}]
                """.formatted(path()), "test");
        assertThatThrownBy(twoOfThemOneWrong::load).isInstanceOf(QomException.class);
        assertThat(Files.readAllBytes(path())).startsWith(1, 2, 3, 4);
        requireNothingLeft();
    }
}
