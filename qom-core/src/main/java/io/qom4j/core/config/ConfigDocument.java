// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.ReadableJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A configuration document as Java values.
 *
 * <pre>{@code
 * ConfigDocument document = ConfigDocument.builder()
 *         .object("memory-backend-ram", "m0", m0 -> m0.set("size", "1.5G").set("share", true))
 *         .build();
 * ConfigLoader.of(qom).document(document, "example").load();
 * System.out.print(document);    // as JSON
 * }</pre>
 *
 * <p>Immutable if the values are.
 *
 * @param schema the address of its JSON schema, or null
 * @param includes the files that come before it
 * @param defaults values for its own objects, by type and property
 * @param globals defaults for the runtime's objects, by type and property
 * @param objects its objects, in order
 */
public record ConfigDocument(
        @Nullable String schema,
        List<String> includes,
        Map<String, Map<String, @Nullable Object>> defaults,
        Map<String, Map<String, @Nullable Object>> globals,
        List<ConfigObject> objects) {
    /** Copies the lists and maps. */
    public ConfigDocument {
        includes = List.copyOf(includes);
        defaults = copy(defaults);
        globals = copy(globals);
        objects = List.copyOf(objects);
    }

    private static Map<String, Map<String, @Nullable Object>> copy(Map<String, Map<String, @Nullable Object>> values) {
        Map<String, Map<String, @Nullable Object>> copy = new LinkedHashMap<>();
        values.forEach(
                (type, properties) -> copy.put(type, Collections.unmodifiableMap(new LinkedHashMap<>(properties))));
        return Collections.unmodifiableMap(copy);
    }

    /** Starts a document. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a document of some objects and nothing else. */
    public static ConfigDocument of(List<ConfigObject> objects) {
        return new ConfigDocument(null, List.of(), Map.of(), Map.of(), objects);
    }

    /**
     * Returns what a JSON document describes; it may be an array of objects or one object alone, too.
     *
     * @throws ConfigException if it has not the form of a configuration document
     */
    public static ConfigDocument of(JsonDocument json, String name) {
        return new DocumentParser(new Source(0, json, name, null)).parse();
    }

    /** Returns the object of this id, or null. */
    public @Nullable ConfigObject object(String id) {
        return objects.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    /** Returns the document as JSON. */
    public JsonDocument toJson() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (schema != null) {
            map.put(DocumentCheck.SCHEMA, schema);
        }
        if (!includes.isEmpty()) {
            map.put(DocumentCheck.INCLUDE, includes.size() == 1 ? includes.getFirst() : includes);
        }
        if (!defaults.isEmpty()) {
            map.put(DocumentCheck.DEFAULTS, defaults);
        }
        if (!globals.isEmpty()) {
            map.put(DocumentCheck.GLOBALS, globals);
        }
        map.put(DocumentCheck.OBJECTS, objects.stream().map(ConfigObject::toMap).toList());
        return JsonDocument.of(map);
    }

    /** Returns the document as JSON text that people can read: an object to a line if it is short. */
    @Override
    public String toString() {
        return ReadableJson.of(toJson());
    }

    /** A document being described. Confined to one thread. */
    public static final class Builder {
        private final List<String> includes = new ArrayList<>();
        private final Map<String, Map<String, @Nullable Object>> defaults = new LinkedHashMap<>();
        private final Map<String, Map<String, @Nullable Object>> globals = new LinkedHashMap<>();
        private final List<ConfigObject> objects = new ArrayList<>();
        private @Nullable String schema;

        private Builder() {}

        /** Names the JSON schema by which editors check the document. */
        public Builder schema(String address) {
            schema = Objects.requireNonNull(address, "address");
            return this;
        }

        /** Adds a file that comes before the document. */
        public Builder include(String file) {
            includes.add(Objects.requireNonNull(file, "file"));
            return this;
        }

        /** Gives the document's own objects of a type a value for a property. */
        public Builder defaultValue(String type, String property, @Nullable Object value) {
            defaults.computeIfAbsent(type, any -> new LinkedHashMap<>()).put(property, value);
            return this;
        }

        /** Gives all new objects of a type a value for a property. */
        public Builder globalDefault(String type, String property, @Nullable Object value) {
            globals.computeIfAbsent(type, any -> new LinkedHashMap<>()).put(property, value);
            return this;
        }

        /** Adds an object without values of its own. */
        public Builder object(String type, String id) {
            return object(type, id, object -> {});
        }

        /** Adds an object. */
        public Builder object(String type, String id, Consumer<ConfigObject.Builder> description) {
            ConfigObject.Builder object = new ConfigObject.Builder(type, id);
            description.accept(object);
            objects.add(object.build());
            return this;
        }

        /** Returns the document. */
        public ConfigDocument build() {
            return new ConfigDocument(schema, includes, defaults, globals, objects);
        }
    }
}
