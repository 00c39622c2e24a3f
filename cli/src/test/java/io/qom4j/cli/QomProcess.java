// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the command as a process of its own.
 *
 * @param status the exit status
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record QomProcess(int status, String out, String err) {
    /** Returns what starts {@code qom} with some words in a folder. */
    static ProcessBuilder builder(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    /** Runs {@code qom} with some words in a folder. */
    static QomProcess run(Path folder, String... words) throws IOException, InterruptedException {
        return runWithInput(folder, "", words);
    }

    /** Runs {@code qom} with some words in a folder and something on its standard input. */
    static QomProcess runWithInput(Path folder, String input, String... words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("qom", ".out");
        Path err = Files.createTempFile("qom", ".err");
        try {
            Process process = builder(folder, words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            int status = process.waitFor();
            return new QomProcess(status, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
