// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The C program that does the same work, compiled afresh.
 *
 * <p>Immutable.
 *
 * @param program the executable
 */
record Peer(Path program) {
    /** Compiles the program into a folder. */
    static Peer compile(Path source, Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("host");
        Process gcc = new ProcessBuilder("gcc", "-O2", "-pthread", "-o", program.toString(), source.toString())
                .inheritIO()
                .start();
        if (gcc.waitFor() != 0 || !Files.isExecutable(program)) {
            throw new IOException("gcc could not compile " + source);
        }
        return new Peer(program);
    }

    /** Runs the program, and returns the figure that it prints, in nanoseconds. */
    double run(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        for (Object word : words) {
            command.add(word.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            String figure = said.readLine();
            if (process.waitFor() != 0 || figure == null) {
                throw new IOException(String.join(" ", command) + " failed");
            }
            return Double.parseDouble(figure);
        }
    }
}
