// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.host.MemoryFaultException;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What QEMU 10.0 has and 7.2 has not, which has to be asked for. */
class NewerReleaseTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private final Backends backends = new Backends(QemuRelease.V10_0);

    @AfterEach
    void stop() {
        backends.close();
    }

    private Path path() {
        return folder.resolve("m");
    }

    private HostMemoryBackendFile add(String members) {
        return add(backends, members);
    }

    private HostMemoryBackendFile add(Backends to, String members) {
        return to.add(
                "{'qom-type': 'memory-backend-file', 'id': 'm', 'mem-path': '" + path() + "', 'size': 4096, " + members
                        + "}",
                HostMemoryBackendFile.class);
    }

    private static RamBlock block(HostMemoryBackend backend) {
        return Objects.requireNonNull(backend.block());
    }

    private void writePages(int... fill) throws IOException {
        byte[] bytes = new byte[fill.length * PAGE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) fill[i / PAGE];
        }
        Files.write(path(), bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'offset': 4096|Parameter 'offset' is unexpected",
                "'rom': 'auto'|Parameter 'rom' is unexpected",
            })
    void newerPropertyIsUnknownToTheDefaultRelease(String member, String refusal) {
        try (Backends older = new Backends()) {
            assertThatThrownBy(() -> add(older, member)).hasMessage(refusal);
        }
    }

    @Test
    void sharedMemoryBackendIsUnknownToTheDefaultRelease() {
        try (Backends older = new Backends()) {
            assertThatThrownBy(() -> older.add("{'qom-type': 'memory-backend-shm', 'id': 'm', 'size': 4096}"))
                    .hasMessage("Parameter 'qom-type' does not accept value 'memory-backend-shm'");
        }
    }

    @Test
    void offsetSaysWhereInTheFileTheMemoryBegins() throws IOException {
        writePages(1, 2, 3);
        RamBlock block = block(add("'offset': 4096, 'share': true"));
        assertThat(block.segment().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 2);
        block.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 9);
        assertThat(Files.readAllBytes(path())[PAGE]).isEqualTo((byte) 9);
        assertThat(block.fdOffset()).isEqualTo(PAGE);
    }

    @Test
    void absentFileIsMadeLongEnoughForOffsetAndSize() {
        add("'offset': 8192");
        assertThat(path()).hasSize(3 * PAGE);
    }

    @Test
    void offsetMustBeWholePages() throws IOException {
        writePages(1, 2);
        assertThatThrownBy(() -> add("'offset': 100")).hasMessage("offset 0x64 must be multiples of page size 0x1000");
    }

    @Test
    void offsetSoLargeThatTheSumWrapsIsRefused() throws IOException {
        writePages(1);
        assertThatThrownBy(() -> add("'offset': 18446744073709547520"))
                .hasMessageContaining("backing store size 0x1000 is too small");
        assertThat(path()).hasSize(PAGE);
    }

    @Test
    void offsetCannotBeChangedOnceAllocated() {
        HostMemoryBackendFile backend = add("'share': true");
        assertThatThrownBy(() -> backend.setLong("offset", 4096))
                .hasMessage("cannot change property 'offset' of memory-backend-file");
        assertThatThrownBy(() -> backend.setString("rom", "on"))
                .hasMessage("cannot change property 'rom' of memory-backend-file.");
    }

    @Test
    void tooSmallFileIsRefusedInNewerWords() throws IOException {
        writePages(1);
        assertThatThrownBy(() -> add("'offset': 4096"))
                .hasMessage(
                        "m backing store size 0x1000 is too small for 'size' option 0x1000 plus 'offset' option 0x1000");
    }

    @Test
    void sizeOfAFileMustBeWholePagesAndNothingIsLeft() {
        assertThatThrownBy(() -> backends.add(
                        "{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 4097, 'mem-path': '" + path() + "'}"))
                .hasMessage("backend 'memory-backend-file' memory size must be multiple of 4 KiB");
        assertThat(path()).doesNotExist();
        assertThat(backends.qom.service(RamList.class).snapshot()).isEmpty();
    }

    @Test
    void absentReadOnlyFileIsNotCreated() {
        assertThatThrownBy(() -> add("'readonly': true"))
                .hasMessage("can't open backing store " + path() + " for guest RAM: No such file or directory");
        assertThat(path()).doesNotExist();
    }

    @Test
    void readOnlyDirectoryIsRefusedAsSuch() throws IOException {
        Files.createDirectory(path());
        assertThatThrownBy(() -> add("'readonly': true"))
                .hasMessage("can't open backing store " + path() + " for guest RAM: Is a directory");
    }

    @Test
    void romNeedsReadOnly() {
        assertThatThrownBy(() -> add("'rom': 'on'"))
                .hasMessage("property 'rom' = 'on' is not supported with 'readonly' = 'off'");
        assertThat(path()).doesNotExist();
    }

    @Test
    void sharedReadOnlyFileCannotBeWrittenTo() throws IOException {
        writePages(1);
        assertThatThrownBy(() -> add("'rom': 'off', 'readonly': true, 'share': true"))
                .hasMessage("property 'rom' = 'off' is incompatible with 'readonly' = 'on' and 'share' = 'on'");
    }

    @ParameterizedTest
    @CsvSource({"false, auto, rom", "true, auto, rom", "false, on, rom", "false, off, ram"})
    void guestSeesARomOrMemory(boolean shared, String rom, String kind) throws IOException {
        writePages(7);
        HostMemoryBackendFile backend = add("'readonly': true, 'share': " + shared + ", 'rom': '" + rom + "'");
        assertThat(Objects.requireNonNull(backend.region()).typeWord()).isEqualTo(kind);
        assertThat(block(backend).isReadOnly()).isEqualTo(kind.equals("rom"));
        assertThat(block(backend).flags().has(RamFlags.RAM_READONLY_FD)).isTrue();
    }

    @Test
    void templateIsReadByAllAndWrittenToByNone() throws IOException {
        writePages(7);
        RamBlock block = block(add("'readonly': true, 'rom': 'off'"));
        block.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 8);
        assertThat(block.segment().get(ValueLayout.JAVA_BYTE, 1)).isEqualTo((byte) 7);
        assertThat(Files.readAllBytes(path())[0]).isEqualTo((byte) 7);
    }

    @Test
    void sharedMemoryHasNoNameAndIsShared() throws IOException {
        HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-shm', 'id': 's', 'size': 8192}");
        assertThat(backend.isShared()).isTrue();
        assertThat(block(backend).fd()).isNotNegative();
        Path file = Path.of("/proc/self/fd/" + block(backend).fd());
        assertThat(Files.readSymbolicLink(file).toString())
                .startsWith("/dev/shm/")
                .endsWith("(deleted)");
        block(backend).segment().set(ValueLayout.JAVA_BYTE, 5000, (byte) 3);
        assertThat(Files.readAllBytes(file)[5000]).isEqualTo((byte) 3);
    }

    @Test
    void sharedMemoryCannotBePrivate() {
        assertThatThrownBy(() ->
                        backends.add("{'qom-type': 'memory-backend-shm', 'id': 's', 'size': 4096, 'share': false}"))
                .hasMessage("can't create shm backend with `share=off`");
    }

    @Test
    void cutTemplateEndsInAnExceptionAndNotTheProcess() throws IOException {
        writePages(7);
        RamBlock block = block(add("'readonly': true, 'rom': 'off'"));
        Files.write(path(), new byte[0]);
        assertThatThrownBy(() -> block.guarded().getByte(0)).isInstanceOf(MemoryFaultException.class);
    }
}
