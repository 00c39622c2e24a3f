// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program of these tests as a process of its own. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Writer told;

    private ChildJvm(Process process) {
        this.process = process;
        this.said = process.inputReader();
        this.told = process.outputWriter();
    }

    /** Starts a program with a JVM option of its own. */
    static ChildJvm start(String option, Class<?> program, String... arguments) throws IOException {
        return start(List.of(), option, program, arguments);
    }

    /** Starts a program under another one, such as strace. */
    static ChildJvm start(List<String> under, String option, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    @Nullable String readLine() throws IOException {
        return said.readLine();
    }

    void tell(String line) throws IOException {
        told.write(line + "\n");
        told.flush();
    }

    /** Waits for the end, and returns the exit status. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone; what it said before can still be read. */
    void kill() throws InterruptedException {
        // Process.destroyForcibly would close the streams as well.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Returns what it said and nobody has read, after its end. */
    List<String> rest() {
        return said.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
