// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.server.QmpServer;
import io.qom4j.monitor.server.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qom shell} as a process: with lines piped into it, and on a pseudo-terminal. */
class ShellIT {
    private static final String PROMPT = "(qom) ";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(
                folder.resolve("vm.json"),
                "[{\"qom-type\": \"memory-backend-ram\", \"id\": \"m0\", \"size\": \"1M\"}]");
    }

    @Test
    void pipedLinesAreAnsweredAndNothingElseIsPrinted() throws Exception {
        assertThat(QomProcess.runWithInput(
                        folder, "qom-get m0 size\n\nobject_del m0\nqom-list /objects\n", "shell", "vm.json"))
                .isEqualTo(new QomProcess(0, "1048576\ntype (string)\n", ""));
    }

    @Test
    void refusalIsPrintedOnStandardErrorAndMakesTheStatus() throws Exception {
        assertThat(QomProcess.runWithInput(folder, "qom-get m1 size\nqom-get m0 size", "shell", "vm.json"))
                .isEqualTo(new QomProcess(1, "1048576\n", "Error: Device 'm1' not found\n"));
    }

    @Test
    void quitEndsPipedLines() throws Exception {
        assertThat(QomProcess.runWithInput(folder, "quit\ninfo version\n", "shell"))
                .isEqualTo(new QomProcess(0, "", ""));
    }

    @Test
    void fileWithAMistakeIsRefusedAsElsewhere() throws Exception {
        Files.writeString(file, "[{\"qom-type\": \"memory-backend-ram\", \"id\": \"m0\", \"sise\": \"1M\"}]");
        QomProcess qom = QomProcess.runWithInput(folder, "info version\n", "shell", "vm.json");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.out()).isEmpty();
        assertThat(qom.err()).contains("vm.json:1:", "sise");
    }

    @Test
    void commandsAndDocumentCannotBothBeStandardInput() throws Exception {
        assertThat(QomProcess.run(folder, "shell", "-").status()).isEqualTo(2);
    }

    @Test
    void runningServerIsAskedAndQuitEndsIt() throws Exception {
        Path socket = folder.resolve("s");
        try (Qom qom = Qom.create()) {
            ConfigLoader.of(qom).file(file).load();
            Monitor monitor = Monitor.of(qom);
            try (QmpServer server = QmpServer.listen(monitor, ServerAddress.unix(socket))) {
                assertThat(QomProcess.runWithInput(
                                folder, "qom-set m0 dump off\nqom-get m0 dump\nquit\n", "shell", server.address()))
                        .isEqualTo(new QomProcess(0, "false\n", ""));
                monitor.awaitShutdown();
                assertThat(qom.resolve("m0").getBool("dump")).isFalse();
            }
        }
    }

    @Test
    void serverThatIsNotThereIsNamed() throws Exception {
        QomProcess qom = QomProcess.runWithInput(folder, "info version\n", "shell", "unix:nowhere");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.err()).contains("cannot connect to unix:nowhere");
    }

    @Test
    void terminalHasAPromptCompletionAndAHistoryAndNoWarnings() throws Exception {
        if (!isInstalled()) {
            return;
        }
        Process process = onTerminal("shell", "vm.json");
        try {
            InputStream screen = process.getInputStream();
            OutputStream keys = process.getOutputStream();
            String greeting = shownUpTo(PROMPT, screen);
            assertThat(greeting).doesNotContain("WARNING").contains("Tab completes");
            type(keys, "info sta\t\r");
            assertThat(shownUpTo(PROMPT, screen)).contains("VM status: paused (prelaunch)");
            type(keys, "nonsense\003");
            shownUpTo(PROMPT, screen);
            type(keys, "qom-get m\tsi\t\r");
            // The prompt may have been drawn twice for the line that was given up.
            assertThat(shownUpTo("1048576", screen)).doesNotContain("unknown command");
            shownUpTo(PROMPT, screen);
            type(keys, "\004");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(folder.resolve("state/qom/history")).content().contains("info status", "qom-get m0 size");
    }

    @Test
    void controlCInterruptsThePreallocationOfALineThatIsAnswered() throws Exception {
        if (!isInstalled()) {
            return;
        }
        Process process = onTerminal("shell");
        try {
            InputStream screen = process.getInputStream();
            OutputStream keys = process.getOutputStream();
            shownUpTo(PROMPT, screen);
            type(keys, "object_add memory-backend-ram,id=big,size=3G,prealloc=on\r");
            shownUpTo("preallocating big", screen);
            type(keys, "\003");
            assertThat(shownUpTo(PROMPT, screen)).contains("Error: preallocation of 'big' was cancelled");
            type(keys, "object_del big\r");
            assertThat(shownUpTo(PROMPT, screen)).contains("Error: object 'big' not found");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Starts {@code qom} with some words on a pseudo-terminal. */
    private Process onTerminal(String... words) throws IOException {
        ProcessBuilder qom = QomProcess.builder(folder, words);
        String line =
                String.join(" ", qom.command().stream().map(ShellIT::quoted).toList());
        qom.command(List.of("script", "-qec", line, "/dev/null")).redirectErrorStream(true);
        qom.environment().put("TERM", "xterm");
        qom.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return qom.start();
    }

    private static boolean isInstalled() {
        for (String each : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(each, "script"))) {
                return true;
            }
        }
        System.err.println("NOT CHECKED: script is not installed, so qom shell was not tried on a terminal.");
        return false;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static void type(OutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Reads what is shown, up to some text; or all, if it never comes. */
    private static String shownUpTo(String end, InputStream screen) throws IOException {
        StringBuilder shown = new StringBuilder();
        while (shown.indexOf(end) < 0) {
            int next = screen.read();
            if (next < 0) {
                break;
            }
            shown.append((char) next);
        }
        return shown.toString();
    }
}
