// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonLimits;
import io.qom4j.core.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as plain Java values: maps, lists, strings, longs, doubles, booleans, null. */
public final class Json {
    /** The recordings nest deeper than a person would. */
    private static final int DEEPEST = 4000;

    private Json() {}

    public static @Nullable Object read(String text, String name) {
        return JsonReader.strict()
                .withLimits(JsonLimits.DEFAULT.withMaxDepth(DEEPEST))
                .read(text, name)
                .toJava(JsonDocument.ROOT);
    }

    public static String write(@Nullable Object value) {
        return JsonDocument.of(value).toString();
    }

    @SuppressWarnings("unchecked") // JSON has no other keys
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // nothing is known about the elements
    public static List<@Nullable Object> list(@Nullable Object value) {
        return (List<@Nullable Object>) Objects.requireNonNull(value);
    }

    public static String string(Map<String, @Nullable Object> object, String name) {
        return (String) Objects.requireNonNull(object.get(name), name);
    }

    public static long number(Map<String, @Nullable Object> object, String name) {
        return (Long) Objects.requireNonNull(object.get(name), name);
    }

    /** Returns the elements of a member that is a list of objects; none where the member is absent. */
    public static List<Map<String, @Nullable Object>> objects(Map<String, @Nullable Object> object, String name) {
        return object.containsKey(name)
                ? list(object.get(name)).stream().map(Json::object).toList()
                : List.of();
    }

    /** Returns the elements of a member that is a list of strings; none where the member is absent. */
    public static List<String> strings(Map<String, @Nullable Object> object, String name) {
        return object.containsKey(name)
                ? list(object.get(name)).stream().map(String.class::cast).toList()
                : List.of();
    }
}
