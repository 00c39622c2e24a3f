// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of recorded cases.
 *
 * @param name the file's name
 * @param content what it holds
 */
record CaseFile(String name, Map<String, @Nullable Object> content) {
    private static final String FOLDER = System.getProperty("oracle.dir", "");

    /** Tells whether the cases are those of this project, not of another folder. */
    static boolean areOurs() {
        return FOLDER.isEmpty();
    }

    private static Path folder() {
        if (!areOurs()) {
            return Path.of(FOLDER);
        }
        try {
            return Path.of(Objects.requireNonNull(CaseFile.class.getResource("cases"), "cases")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the files of a kind, sorted by name. */
    static List<CaseFile> all(String kind) {
        try (Stream<Path> files = Files.list(folder().resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the cases cannot be read", e);
        }
    }

    static CaseFile read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return new CaseFile(name, Json.object(Json.read(Files.readString(file), name)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    List<Map<String, @Nullable Object>> cases() {
        return Json.objects(content, "cases");
    }

    List<Map<String, @Nullable Object>> rows() {
        return Json.objects(content, "rows");
    }
}
