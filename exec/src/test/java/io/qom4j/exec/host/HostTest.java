// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {
    private final Host host = Host.system();

    @TempDir
    Path directory;

    @Test
    void thisMachineIsSupported() {
        assertThat(host.support()).isInstanceOf(HostSupport.Available.class);
        assertThat(host.pageSize()).isPositive();
    }

    @Test
    void aSystemWithoutTheCallsSaysWhyAndRefusesEach() {
        Host missing = new MissingHost("guest memory needs Linux; this is Plan 9");
        assertThat(missing.support())
                .isEqualTo(new HostSupport.Unavailable("guest memory needs Linux; this is Plan 9"));
        assertThatThrownBy(() -> missing.mmap(0, 4096, 0, 0, -1, 0))
                .isInstanceOfSatisfying(HostException.class, refusal -> {
                    assertThat(refusal).hasMessage("mmap: Function not implemented");
                    assertThat(refusal.hints()).containsExactly("guest memory needs Linux; this is Plan 9");
                });
    }

    @Test
    void aRefusalNamesTheCallTheNumberAndTheText() {
        assertThatThrownBy(() -> host.open(directory.resolve("absent").toString(), OpenFlags.O_RDWR, 0))
                .isInstanceOfSatisfying(HostException.class, refusal -> {
                    assertThat(refusal).hasMessage("open: No such file or directory");
                    assertThat(refusal.call()).isEqualTo("open");
                    assertThat(refusal.errno()).isEqualTo(Errno.ENOENT);
                    assertThat(refusal.errnoName()).isEqualTo("ENOENT");
                });
    }

    @Test
    void aPathWithAZeroCharacterIsNotSilentlyCut() throws IOException {
        Files.writeString(directory.resolve("a"), "x");
        String path = directory.resolve("a") + "\0b";
        assertThatThrownBy(() -> host.open(path, OpenFlags.O_RDONLY, 0)).hasMessage("open: Invalid argument");
    }

    @Test
    void statusTellsKindLengthAndIdentity() throws IOException {
        Path file = Files.write(directory.resolve("f"), new byte[12345]);
        Path link = Files.createSymbolicLink(directory.resolve("l"), file);
        FileStatus status = host.stat(link.toString());
        assertThat(status.isRegular()).isTrue();
        assertThat(status.size()).isEqualTo(12345);
        assertThat(status.inode()).isEqualTo(Files.getAttribute(file, "unix:ino"));
        assertThat(host.lstat(link.toString()).isSymbolicLink()).isTrue();
        assertThat(host.lstat(link.toString()).sameFile(status)).isFalse();
        assertThat(host.stat(directory.toString()).isDirectory()).isTrue();
        assertThat(host.readLink(link.toString())).isEqualTo(file.toString());
    }

    @Test
    void aDeviceTellsItsNumbers() {
        FileStatus zero = host.stat("/dev/zero");
        assertThat(zero.isCharacterDevice()).isTrue();
        assertThat(zero.specialMajor()).isEqualTo(1);
        assertThat(zero.specialMinor()).isEqualTo(5);
    }

    @Test
    void aMemoryFileCanBeSealed() {
        int fd = host.memfdCreate("test", MemfdFlags.MFD_CLOEXEC | MemfdFlags.MFD_ALLOW_SEALING);
        host.ftruncate(fd, 8192);
        host.addSeals(fd, FileSeals.F_SEAL_SHRINK | FileSeals.F_SEAL_GROW | FileSeals.F_SEAL_SEAL);
        assertThatThrownBy(() -> host.ftruncate(fd, 0)).hasMessage("ftruncate: Operation not permitted");
        assertThat(host.fstatfs(fd).type()).isEqualTo(FileSystemMagic.TMPFS);
        assertThat(host.lseek(fd, 0, SeekFrom.SEEK_END)).isEqualTo(8192);
        host.close(fd);
    }

    @Test
    void aTemporaryFileHasTheNameThatWasMade() {
        TemporaryFile file = host.mkstemp(directory + "/name.XXXXXX");
        assertThat(Path.of(file.path())).exists();
        assertThat(file.path()).startsWith(directory + "/name.").doesNotEndWith("XXXXXX");
        host.unlink(file.path());
        assertThat(Path.of(file.path())).doesNotExist();
        host.close(file.fd());
    }

    @Test
    void smallTextFilesCanBeRead() {
        assertThat(host.readText("/proc/sys/vm/overcommit_memory").strip()).isIn("0", "1", "2");
    }

    @Test
    void memoryCanBeBoundToTheFirstNode() {
        try (HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(8192))) {
            int flags = NumaPolicy.MPOL_MF_STRICT | NumaPolicy.MPOL_MF_MOVE;
            assertThatCode(() -> host.mbind(mapping.segment(), NumaPolicy.MPOL_BIND, new long[] {1}, 2, flags))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() ->
                            host.mbind(mapping.segment(), NumaPolicy.MPOL_BIND, new long[] {0, 1L << 63}, 129, flags))
                    .hasMessage("mbind: Invalid argument");
        }
    }

    @Test
    void everyErrorNumberHasANameAndAText() {
        assertThat(Errno.of(12)).isEqualTo(new Errno(12, "ENOMEM", "Cannot allocate memory"));
        assertThat(Errno.of(28).text()).isEqualTo("No space left on device");
        assertThat(Errno.of(999)).isEqualTo(new Errno(999, "E999", "Unknown error 999"));
    }
}
