// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The {@code shell} blocks of one page, each run by one {@code sh} in a folder of its own that looks like the root of a
 * checkout: it has {@code ./qom}, which runs the classes under test, and a copy of {@code docs/examples/}. {@code JAVA_HOME} is
 * the JDK under test.
 */
final class ShellSession {

    private static final String END_OF_COMMAND = "--- end of command, status ";
    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;

    ShellSession(Path folder) {
        this.folder = folder;
        try {
            copyExamples();
            Path qom = folder.resolve("qom");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classPath = System.getProperty("java.class.path");
            Files.writeString(qom, """
                    #!/bin/sh
                    exec '%s' -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED ${QOM_JAVA_OPTS:-} \\
                        -cp '%s'"${QOM_CLASS_PATH:+:$QOM_CLASS_PATH}" io.qom4j.cli.Main "$@"
                    """.formatted(java, classPath));
            Files.setPosixFilePermissions(qom, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for shell blocks could not be made at " + folder, e);
        }
    }

    private void copyExamples() throws IOException {
        Path root = Checkout.root();
        for (Path example : Checkout.files(root.resolve("docs/examples"), "")) {
            Path copy = folder.resolve(root.relativize(example).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(example, copy);
        }
    }

    /** Puts a block that is called like a file into the folder under this name; returns the file, null if there is none. */
    @Nullable Path write(Block block) throws IOException {
        String name = block.name().split(" ", -1)[0];
        return name.endsWith(".json") ? Files.writeString(folder.resolve(name), block.text()) : null;
    }

    /** Returns the block as it would look had its author copied what the commands print now. */
    List<String> run(Block block) {
        List<String> commands = commands(block);
        StringBuilder script = new StringBuilder("trap 'kill $(jobs -p) 2>/dev/null' EXIT\nexec 2>&1 </dev/null\n");
        for (String command : commands) {
            script.append(command).append("\necho \"").append(END_OF_COMMAND).append("$?\"\n");
        }
        List<String> transcript = new ArrayList<>();
        int at = 0;
        transcript.addAll(shown(commands.get(0)));
        for (String line : execute(block, script.toString())) {
            int end = line.indexOf(END_OF_COMMAND);
            if (end < 0) {
                transcript.add(line);
                continue;
            }
            if (end > 0) {
                transcript.add(line.substring(0, end));
            }
            String status = line.substring(end + END_OF_COMMAND.length());
            if (!status.equals("0")) {
                transcript.add("(exit " + status + ")");
            }
            if (++at < commands.size()) {
                transcript.addAll(shown(commands.get(at)));
            }
        }
        return transcript;
    }

    private static List<String> commands(Block block) {
        List<String> commands = new ArrayList<>();
        boolean goesOn = false;
        for (String line : block.lines()) {
            if (goesOn) {
                commands.set(commands.size() - 1, commands.getLast() + "\n" + line);
            } else if (line.startsWith("$ ")) {
                commands.add(line.substring(2));
            } else {
                continue;
            }
            goesOn = line.endsWith("\\");
        }
        if (commands.isEmpty()) {
            throw new AssertionError(block.place() + ": no line begins with \"$ \", so nothing would be run");
        }
        return commands;
    }

    private static List<String> shown(String command) {
        return ("$ " + command).lines().toList();
    }

    private List<String> execute(Block block, String script) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process shell = builder.start();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
                throw new AssertionError(block.place() + ": still runs after " + PATIENCE_SECONDS + " s");
            }
            return Files.readAllLines(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(block.place() + ": could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(block.place() + ": was interrupted", e);
        }
    }
}
