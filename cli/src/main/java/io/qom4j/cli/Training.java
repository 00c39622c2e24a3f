// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the launcher runs once after a build, so that the JVM can write down which classes commands need: each command that
 * people wait for, and a document with mistakes. Later starts find the classes ready.
 */
final class Training {
    private static final String GOOD = """
            {"objects": [
              {"qom-type": "memory-backend-file", "id": "f0", "mem-path": "f0.img", "size": "1M", "share": true, "pmem": true},
              {"qom-type": "memory-backend-ram", "id": "m0", "size": "1M", "prealloc-context": "t0"},
              {"qom-type": "thread-context", "id": "t0"}
            ]}
            """;

    private static final String BAD = """
            [{"qom-type": "memory-backend-ram", "id": "m0", "sise": "1M", "share": "on", "policy": "blind"},
             {"qom-type": "memory-backend-ram", "id": "m1", "size": "1.3k", "prealloc-context": "m0"}]
            """;

    private Training() {}

    /** Runs the commands, and prints nothing. */
    public static void main(String[] none) throws IOException, InterruptedException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        Path folder = Files.createTempDirectory("qom-training");
        try {
            String image = folder.resolve("f0.img").toString();
            String good = Files.writeString(folder.resolve("good.json"), GOOD.replace("f0.img", image))
                    .toString();
            String bad = Files.writeString(folder.resolve("bad.json"), BAD).toString();
            for (List<String> words : List.of(
                    List.of("check", good),
                    List.of("check", bad),
                    List.of("check", "--format", "json", bad),
                    List.of("types"),
                    List.of("types", "memory-backend-file"),
                    List.of("tree", "-p", good),
                    List.of("explain", "m0.size", good),
                    List.of("run", good),
                    List.of("check", "--help"),
                    List.of("--help"))) {
                QomCommand.execute(words.toArray(String[]::new));
            }
            QomCommand.execute("shell", good);
            ShellTraining.run();
            SystemTraining.run(folder.resolve("qmp"));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
