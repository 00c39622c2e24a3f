// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.QomException;
import io.qom4j.exec.host.FailingHost;
import io.qom4j.exec.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each system call of an allocation fails in turn: either the allocation copes, or it leaves nothing behind. */
class AllocationFaultTest {
    private static final RamRequest REQUEST = RamRequest.of(RamBlockOwner.named("m0"), 8192)
            .withFlags(QemuRamFlags.of(true, true))
            .withAlign(1 << 21);

    private final Host real = Host.system();

    @TempDir
    Path directory;

    @Test
    void anonymousMemory() {
        Set<String> failed = failEachCall(
                list -> list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m0"), 8192)), this::nothing);
        assertThat(failed).containsExactlyInAnyOrder("mmap", "munmap", "madvise");
    }

    @Test
    void aFileThatIsCreated() {
        Path file = directory.resolve("new");
        Set<String> failed = failEachCall(
                list -> list.allocator().allocateFromFile(REQUEST, file.toString(), 0),
                () -> assertThat(file).doesNotExist());
        assertThat(failed).contains("open", "fstat", "fstatfs", "lseek", "ftruncate", "mmap", "munmap", "madvise");
    }

    @Test
    void aFileThatIsExtended() throws IOException {
        Path file = Files.createFile(directory.resolve("empty"));
        failEachCall(
                list -> list.allocator().allocateFromFile(REQUEST, file.toString(), 0),
                () -> assertThat(file).isEmptyFile());
    }

    @Test
    void aFileThatIsLongEnough() throws IOException {
        Path file = Files.write(directory.resolve("full"), new byte[8192]);
        failEachCall(
                list -> list.allocator().allocateFromFile(REQUEST, file.toString(), 0),
                () -> assertThat(file).hasSize(8192));
    }

    @Test
    void aFileWithoutANameInADirectory() {
        Set<String> failed =
                failEachCall(list -> list.allocator().allocateFromFile(REQUEST, directory.toString(), 0), () -> {
                    // If removing the temporary name is what fails, nothing can remove it.
                });
        assertThat(failed).contains("mkstemp", "unlink");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void aLinkThatPointsNowhere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
        for (int failing = 1; failing <= 5; failing++) {
            FailingHost host = new FailingHost(real, failing);
            try (RamList list = new RamList(host.host())) {
                assertThatThrownBy(() -> list.allocator().allocateFromFile(REQUEST, link.toString(), 0))
                        .isInstanceOf(QomException.class);
            }
            assertThat(host.open()).isEmpty();
        }
    }

    private void nothing() {
        assertThat(directory).isEmptyDirectory();
    }

    /** Returns the names of the calls that failed once. */
    private Set<String> failEachCall(Consumer<RamList> allocation, Runnable checkFiles) {
        Set<String> failed = new HashSet<>();
        for (int failing = 1; ; failing++) {
            FailingHost host = new FailingHost(real, failing);
            try (RamList list = new RamList(host.host())) {
                int before = list.version();
                boolean refused = refuses(() -> allocation.accept(list));
                host.stopFailing();
                String what = String.format("after %s, call %d of %s", host.failed(), failing, host.calls());
                if (refused) {
                    assertThat(list.blocks()).as(what).isEmpty();
                    assertThat(list.version()).as(what).isEqualTo(before);
                    assertThat(host.mapped()).as(what).isEmpty();
                    assertThat(host.open()).as(what).isEmpty();
                    assertThat(list.lastRamPage()).as(what).isZero();
                    checkFiles.run();
                } else {
                    assertThat(list.size()).as(what).isEqualTo(1);
                    List.copyOf(list.blocks()).forEach(list::rollBack);
                    assertThat(host.mapped()).as(what).isEmpty();
                    assertThat(host.open()).as(what).isEmpty();
                }
            }
            if (host.failed().isEmpty()) {
                return failed;
            }
            failed.add(host.failed());
        }
    }

    private static boolean refuses(Runnable allocation) {
        try {
            allocation.run();
            return false;
        } catch (QomException refusal) {
            return true;
        }
    }
}
