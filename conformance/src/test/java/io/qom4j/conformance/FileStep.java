// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps that make files and look at them. Stateless. */
final class FileStep {
    private FileStep() {}

    static void run(Map<String, @Nullable Object> step) throws IOException {
        Path file = Path.of(Json.string(step, "path"));
        switch (Json.string(step, "op")) {
            case "write" -> write(file, step);
            case "sparse" -> {
                try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                    sparse.setLength(Json.number(step, "size"));
                }
            }
            case "mkdir" -> Files.createDirectories(file);
            case "symlink" -> Files.createSymbolicLink(file, Path.of(Json.string(step, "target")));
            case "remove" -> Files.deleteIfExists(file);
            case "stat" -> stat(file, Json.object(step.get("expect")));
            case "read" -> read(file, step);
            case "list" -> list(file, step);
            default -> throw new IllegalArgumentException("a recording has the file step " + step);
        }
    }

    private static void write(Path file, Map<String, @Nullable Object> step) throws IOException {
        String fill = (String) step.getOrDefault("fill", "00");
        byte[] pattern = HexFormat.of().parseHex(Objects.requireNonNull(fill));
        byte[] bytes = new byte[(int) Json.number(step, "size")];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = pattern[i % pattern.length];
        }
        Files.write(file, bytes);
    }

    private static void stat(Path file, Map<String, @Nullable Object> expect) throws IOException {
        assertThat(Files.exists(file)).as("%s exists", file).isEqualTo(expect.get("exists"));
        if (expect.containsKey("size")) {
            assertThat(Files.size(file)).as("size of %s", file).isEqualTo(expect.get("size"));
        }
        if (expect.containsKey("kind")) {
            assertThat(Files.isDirectory(file) ? "dir" : "file").isEqualTo(expect.get("kind"));
        }
    }

    private static void read(Path file, Map<String, @Nullable Object> step) throws IOException {
        byte[] bytes = new byte[(int) Json.number(step, "length")];
        try (RandomAccessFile source = new RandomAccessFile(file.toFile(), "r")) {
            source.seek(Json.number(step, "offset"));
            source.readFully(bytes);
        }
        assertThat(HexFormat.of().formatHex(bytes)).as("bytes of %s", file).isEqualTo(step.get("expect"));
    }

    private static void list(Path folder, Map<String, @Nullable Object> step) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> String.valueOf(each.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(Json.strings(step, "expect"));
        }
    }
}
