// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system in memory that is full: a small one is mounted where only the process that tries it sees it. */
class FullFileSystemIT {
    private static final String MOUNT_AND_GO_ON = "mount -t tmpfs -o size=1m tmpfs \"$0\" && exec \"$@\"";

    @TempDir
    Path folder;

    @Test
    void fullFileSystemIsNamedAndNothingIsLeftAndTheProcessLives() throws IOException, InterruptedException {
        List<String> inOwnMounts = List.of("unshare", "-Urm", "sh", "-c", MOUNT_AND_GO_ON, folder.toString());
        List<String> said;
        int status;
        try (ChildJvm child = ChildJvm.start(inOwnMounts, "-Xshare:auto", FullFileSystem.class, folder.toString())) {
            said = child.rest();
            status = child.await();
        } catch (IOException absent) {
            System.err.println("NOT CHECKED: a full file system, for want of unshare");
            return;
        }
        if (said.isEmpty()) {
            System.err.println("NOT CHECKED: a full file system; no tmpfs can be mounted here (unshare -Urm)");
            return;
        }
        assertThat(status).isZero();
        assertThat(said).startsWith("qemu_prealloc_mem: preallocating memory failed: Bad address");
        assertThat(said).anySatisfy(hint -> assertThat(hint).contains("No space left on device"));
        assertThat(said).endsWith("left: false, 0, null", "fault", "alive");
    }
}
