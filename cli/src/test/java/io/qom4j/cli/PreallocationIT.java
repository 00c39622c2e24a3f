// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preallocation as people see it who run the command. */
class PreallocationIT {
    @TempDir
    Path folder;

    @Test
    void progressIsShownInTenthsWhereThereIsNoTerminal() throws Exception {
        QomProcess qom = QomProcess.run(
                folder, "run", "--progress", "-object", "memory-backend-ram,id=m0,size=160M,prealloc=on");
        assertThat(qom.status()).isZero();
        assertThat(qom.err().lines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("preallocating m0  ["))
                .last()
                .asString()
                .endsWith("[####################]  100 % of 160 MiB");
    }

    @Test
    void progressIsNotShownUnasked() throws Exception {
        QomProcess qom = QomProcess.run(folder, "run", "-object", "memory-backend-ram,id=m0,size=64M,prealloc=on");
        assertThat(qom.err()).isEmpty();
    }

    @Test
    void terminationWhilePreallocatingTakesBackWhatWasMade() throws Exception {
        Process qom = QomProcess.builder(
                        folder,
                        "run",
                        "--progress",
                        "-object",
                        "memory-backend-file,id=m0,mem-path=big,size=3G,share=on,prealloc=on")
                .start();
        try (BufferedReader err = qom.errorReader()) {
            String first = err.readLine();
            assertThat(first).startsWith("preallocating m0");
            qom.toHandle().destroy();
            List<String> rest = err.lines().toList();
            assertThat(qom.waitFor()).isEqualTo(128 + 15);
            assertThat(rest).anyMatch(line -> line.contains("preallocation of 'm0' was cancelled"));
        } finally {
            qom.destroyForcibly();
        }
        assertThat(folder.resolve("big")).doesNotExist();
    }
}
