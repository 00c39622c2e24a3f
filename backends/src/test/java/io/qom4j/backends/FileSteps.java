// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What recorded cases do with files, and what they see of them. */
final class FileSteps {
    private FileSteps() {}

    /** Does a step, and returns what is seen; null if nothing is to be seen. */
    static @Nullable Object run(Map<?, ?> step) throws IOException {
        Path path = Path.of(text(step, "path"));
        switch (text(step, "op")) {
            case "write" -> {
                byte[] bytes = new byte[number(step, "size")];
                Arrays.fill(bytes, HexFormat.of().parseHex(text(step, "fill"))[0]);
                Files.write(path, bytes);
            }
            case "mkdir" -> Files.createDirectory(path);
            case "symlink" -> Files.createSymbolicLink(path, Path.of(text(step, "target")));
            case "remove" -> Files.delete(path);
            case "stat" -> {
                return stat(path);
            }
            case "read" -> {
                try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                    byte[] bytes = new byte[number(step, "length")];
                    file.seek(number(step, "offset"));
                    file.readFully(bytes);
                    return HexFormat.of().formatHex(bytes);
                }
            }
            case "list" -> {
                try (Stream<Path> files = Files.list(path)) {
                    return files.map(file -> file.getFileName().toString())
                            .sorted()
                            .toList();
                }
            }
            default -> throw new AssertionError("no step is called " + step.get("op"));
        }
        return null;
    }

    private static Object stat(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of("exists", false);
        }
        return Map.of("exists", true, "kind", Files.isDirectory(path) ? "dir" : "file", "size", Files.size(path));
    }

    private static String text(Map<?, ?> step, String name) {
        return (String) Objects.requireNonNull(step.get(name), name);
    }

    private static int number(Map<?, ?> step, String name) {
        return Math.toIntExact((Long) Objects.requireNonNull(step.get(name), name));
    }
}
