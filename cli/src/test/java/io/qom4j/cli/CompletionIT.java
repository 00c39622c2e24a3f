// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script as the shells themselves run it. */
class CompletionIT {
    @TempDir
    Path folder;

    private List<String> completions(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("qom.bash"), Console.run("completion", "bash").out());
        String line = "source " + script + "; COMP_WORDS=(qom " + String.join(" ", words) + "); COMP_CWORD="
                + words.length + "; _complete_qom; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return shell("bash", "--norc", "-c", line);
    }

    private List<String> shell(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void bashCompletesCommandsOptionsTypesAndFormats() throws Exception {
        assertThat(completions("exp")).contains("explain", "export");
        assertThat(completions("check", "--f")).contains("--format");
        assertThat(completions("types", "memory-backend-f")).contains("memory-backend-file");
        assertThat(completions("check", "--format", "j")).contains("json");
    }

    @Test
    void zshReadsTheScript() throws Exception {
        Path script = Files.writeString(
                folder.resolve("qom.zsh"), Console.run("completion", "zsh").out());
        if (!isInstalled("zsh")) {
            System.err.println("NOT CHECKED: zsh is not installed, so nobody saw it read the completion script.");
            assertThat(script).content().contains("bashcompinit");
            return;
        }
        assertThat(shell("zsh", "-f", "-c", "source " + script + "; which _complete_qom | head -1"))
                .anyMatch(line -> line.contains("_complete_qom"));
    }
}
