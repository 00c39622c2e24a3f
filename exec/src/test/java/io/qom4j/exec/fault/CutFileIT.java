// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is cut under its mapping, and another JVM goes every way there is to its memory: it must live, and say what is wrong. */
class CutFileIT {
    /** How that JVM runs its code; what a fault does depends on that. */
    enum Mode {
        INTERPRETED("-Xint"),
        COMPILED_QUICKLY("-XX:TieredStopAtLevel=1 -Xbatch -XX:CompileThresholdScaling=0.02"),
        COMPILED_WELL("-XX:-TieredCompilation -Xbatch -XX:CompileThresholdScaling=0.02");

        private final String options;

        Mode(String options) {
            this.options = options;
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyWayToTheMemoryEndsInAClearExceptionAndTheJvmLives(Mode mode) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(mode.options.split(" ")));
        command.addAll(List.of(
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("hs_err"),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CutFileProgram.class.getName(),
                folder.toString(),
                mode == Mode.INTERPRETED ? "20" : "1500"));
        Process other = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).as(said).isZero();
        assertThat(said.lines()).as(said).containsExactly("shared: survived", "private: survived");
    }
}
