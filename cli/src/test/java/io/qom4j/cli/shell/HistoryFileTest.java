// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    Path folder;

    @Test
    void fileIsInTheStateFolder() {
        assertThat(HistoryFile.of(name -> "/var/state", HOME)).hasToString("/var/state/qom/history");
        assertThat(HistoryFile.of(name -> null, HOME)).hasToString("/home/ada/.local/state/qom/history");
    }

    @Test
    void relativeStateFolderCountsAsNone() {
        assertThat(HistoryFile.of(name -> "state", HOME)).hasToString("/home/ada/.local/state/qom/history");
    }

    @Test
    void nobodyElseReadsTheFile() throws IOException {
        Path file = folder.resolve("a").resolve("history");
        HistoryFile.make(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fileThatIsThereStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("history"), "help\n");
        HistoryFile.make(file);
        assertThat(file).hasContent("help\n");
    }
}
