// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.vectors;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Recorded inputs and answers of QEMU 7.2, from resources beside this class. */
public final class Vectors {
    private Vectors() {}

    /** Returns the list of rows called {@code list} in the resource {@code name.json}. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rows(String name, String list) {
        String file = name + ".json";
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(file), file)) {
            JsonDocument document = JsonReader.strict().read(in, file);
            Map<String, Object> root = (Map<String, Object>) Objects.requireNonNull(document.toJava(JsonDocument.ROOT));
            List<Map<String, Object>> rows = (List<Map<String, Object>>) root.get(list);
            return Objects.requireNonNull(rows, list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a member of a row that must be a string. */
    public static String text(Map<String, Object> row, String member) {
        return (String) Objects.requireNonNull(row.get(member), member);
    }

    /** Returns the 64 bits of an integer member. */
    public static long bits(Map<String, Object> row, String member) {
        return ((Number) Objects.requireNonNull(row.get(member), member)).longValue();
    }
}
