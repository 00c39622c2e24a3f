// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.intThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemoryFaultException;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamListOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no ordinary ones: each ends in an error that says what is wrong, or works; none hangs, crashes or is passed over. */
class OddFilesTest {
    @TempDir
    Path folder;

    private final Host host = mock(Host.class, delegatesTo(Host.system()));
    private final Backends backends = new Backends(Qom.builder()
            .discoverModules()
            .module(new ExecModule(host, RamListOptions.STANDARD))
            .module(new BackendsModule()));

    @AfterEach
    void stop() {
        backends.close();
    }

    private Path path() {
        return folder.resolve("m");
    }

    private HostMemoryBackend add(Object path, String members) {
        return backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 8192, 'mem-path': '" + path + "'"
                + members + "}");
    }

    private void requireRefused(Object path, String members, String message, String hint) {
        assertThatThrownBy(() -> add(path, members)).isInstanceOfSatisfying(QomException.class, refusal -> {
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.hints()).anySatisfy(each -> assertThat(each).contains(hint));
        });
        assertThat(backends.qom.find("/objects/m")).isNull();
        assertThat(backends.qom.service(RamList.class).snapshot()).isEmpty();
    }

    private void makeFifo() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path().toString()).start().waitFor())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'readonly': true", ", 'share': true"})
    void fifoIsRefusedWithoutWaitingForItsOtherEnd(String members) throws IOException, InterruptedException {
        makeFifo();
        requireRefused(
                path(),
                members,
                "unable to map backing store for guest RAM: No such device",
                path() + " is not a regular file but a FIFO");
        assertThat(Files.exists(path())).isTrue();
    }

    @Test
    void deviceThatCannotBeMappedIsRefused() {
        requireRefused(
                "/dev/null",
                ", 'share': true",
                "unable to map backing store for guest RAM: No such device",
                "/dev/null is not a regular file but a character device");
    }

    @Test
    void deviceThatCanBeMappedWorks() {
        assertThat(add("/dev/zero", ", 'share': true").isAllocated()).isTrue();
    }

    @Test
    void danglingSymbolicLinkIsRefusedAndNamed() throws IOException {
        Files.createSymbolicLink(path(), folder.resolve("absent"));
        requireRefused(
                path(),
                "",
                "can't open backing store " + path() + " for guest RAM: No such file or directory",
                "is a symbolic link to " + folder.resolve("absent"));
        assertThat(folder.resolve("absent")).doesNotExist();
    }

    @Test
    void symbolicLinksInACircleAreRefused() throws IOException {
        Files.createSymbolicLink(path(), path());
        assertThatThrownBy(() -> add(path(), ""))
                .hasMessage("can't open backing store " + path() + " for guest RAM: Too many levels of symbolic links");
    }

    @Test
    void directoryGetsAFileWithoutAName() throws IOException {
        Files.createDirectory(path());
        add(path(), "");
        assertThat(path()).isEmptyDirectory();
    }

    @Test
    void directoryForReadingIsRefused() throws IOException {
        Files.createDirectory(path());
        requireRefused(
                path(),
                ", 'readonly': true",
                "unable to map backing store for guest RAM: No such device",
                "but a directory");
    }

    @Test
    void fileThatMayNotBeOpenedIsRefusedAndTheWayOutNamed() throws IOException {
        Files.write(path(), new byte[8192]);
        doThrow(new HostException("open", Errno.EACCES)).when(host).open(any(), anyInt(), anyInt());
        requireRefused(
                path(), "", "can't open backing store " + path() + " for guest RAM: Permission denied", "readonly=on");
        assertThat(path()).hasSize(8192);
    }

    @Test
    void fileOnAReadOnlyFileSystemIsRefused() throws IOException {
        Files.write(path(), new byte[8192]);
        doThrow(new HostException("open", 30)).when(host).open(any(), anyInt(), anyInt());
        assertThatThrownBy(() -> add(path(), ""))
                .hasMessage("can't open backing store " + path() + " for guest RAM: Read-only file system");
    }

    @Test
    void fileThatAppearsAndVanishesAllTheTimeIsGivenUp() {
        doAnswer(call -> {
                    boolean creates = (call.<Integer>getArgument(1) & 0x40) != 0;
                    throw new HostException("open", creates ? Errno.EEXIST : Errno.ENOENT);
                })
                .when(host)
                .open(any(), anyInt(), anyInt());
        assertThatThrownBy(() -> add(path(), ""))
                .hasMessage("can't open backing store " + path() + " for guest RAM: Resource temporarily unavailable");
    }

    @Test
    void fileThatSomebodyRemovesMeanwhileDoesNotTakeAnotherWithIt() throws IOException {
        doAnswer(call -> {
                    Files.delete(path());
                    Files.writeString(path(), "somebody else's");
                    throw new HostException("mbind", Errno.EIO);
                })
                .when(host)
                .mbind(any(), anyInt(), any(), anyLong(), anyInt());
        assertThatThrownBy(() -> add(path(), ", 'policy': 'bind', 'host-nodes': [0]"))
                .hasMessage("cannot bind memory to host NUMA nodes: Input/output error");
        assertThat(path()).hasContent("somebody else's");
    }

    @Test
    void fileThatIsRemovedWhileItIsMappedGoesOnWorking() throws IOException {
        HostMemoryBackend backend = add(path(), ", 'share': true");
        Files.delete(path());
        Objects.requireNonNull(backend.block()).segment().fill((byte) 1);
        backends.qom.objects().delete("m");
        assertThat(path()).doesNotExist();
    }

    @Test
    void fileThatIsCutWhileItIsMappedEndsInAnExceptionAndNotTheProcess() throws IOException {
        RamBlock block = Objects.requireNonNull(add(path(), ", 'share': true").block());
        Files.write(path(), new byte[0]);
        assertThatThrownBy(() -> block.guarded().getByte(5000)).isInstanceOf(MemoryFaultException.class);
        assertThatThrownBy(() -> block.guarded().putLong(0, 1)).isInstanceOf(MemoryFaultException.class);
        assertThatThrownBy(() -> block.guarded().compareAndSetLong(0, 0, 1)).isInstanceOf(MemoryFaultException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ram", "file", "memfd"})
    void sizeBeyondAllMemoryIsRefused(String type) {
        for (String size : new String[] {"18446744073709551615", "9223372036854775808", "4611686018427387904"}) {
            String path = type.equals("file") ? ", 'mem-path': '" + path() + "'" : "";
            assertThatThrownBy(() -> backends.add(
                            "{'qom-type': 'memory-backend-" + type + "', 'id': 'm', 'size': " + size + path + "}"))
                    .isInstanceOf(QomException.class);
            assertThat(backends.qom.find("/objects/m")).isNull();
            assertThat(path()).doesNotExist();
        }
    }

    @Test
    void theSizeOfAHugePageIsCheckedThoughNoneIsUsed() {
        assertThatThrownBy(() -> backends.add(
                        "{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': '2M', 'hugetlbsize': 5000}"))
                .hasMessage("Hugepage size must be a power of 2");
    }

    @Test
    void hugePagesThatAreNotThereAreNamed() {
        doThrow(new HostException("mmap", Errno.ENOMEM))
                .when(host)
                .mmap(anyLong(), anyLong(), anyInt(), anyInt(), intThat(fd -> fd >= 0), anyLong());
        assertThatThrownBy(
                        () -> backends.add(
                                "{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': '2M', 'hugetlb': true, 'hugetlbsize': '2M'}"))
                .isInstanceOfSatisfying(QomException.class, refusal -> {
                    assertThat(refusal).hasMessage("unable to map backing store for guest RAM: Cannot allocate memory");
                    assertThat(refusal.hints())
                            .anySatisfy(hint -> assertThat(hint).contains("hugepages-2048kB"));
                });
    }
}
