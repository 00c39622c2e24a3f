// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object as a document describes it.
 *
 * <p>Nothing is checked here but that the parts are there: what is wrong with them a {@link ConfigLoader} says. Immutable if
 * the values are.
 *
 * @param type the name of its type
 * @param id the name under which its owner has it
 * @param properties its values by name, in order: Boolean, numbers, String, List, Map, or null
 * @param children the objects that it owns, in order
 */
public record ConfigObject(
        String type, String id, Map<String, @Nullable Object> properties, List<ConfigObject> children) {
    /** Copies the map and the list. */
    public ConfigObject {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        children = List.copyOf(children);
    }

    /** Returns the child of this id, or null. */
    public @Nullable ConfigObject child(String childId) {
        return children.stream()
                .filter(each -> each.id().equals(childId))
                .findFirst()
                .orElse(null);
    }

    /** Returns the object as it stands in a document: Java values for JSON. */
    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(ObjectCheck.TYPE, type);
        map.put(ObjectCheck.ID, id);
        map.putAll(properties);
        if (!children.isEmpty()) {
            map.put(
                    ObjectCheck.CHILDREN,
                    children.stream().map(ConfigObject::toMap).toList());
        }
        return map;
    }

    /** An object being described. Confined to one thread. */
    public static final class Builder {
        private final String type;
        private final String id;
        private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        private final List<ConfigObject> children = new ArrayList<>();

        Builder(String type, String id) {
            this.type = Objects.requireNonNull(type, "type");
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Gives a property a value, as it would stand in JSON.
         *
         * @param value Boolean, a number, String (also for sizes with suffix, words and links), List, Map, or null
         */
        public Builder set(String property, @Nullable Object value) {
            properties.put(Objects.requireNonNull(property, "property"), value);
            return this;
        }

        /** Adds an object that this one owns. */
        public Builder child(String childType, String childId, Consumer<Builder> description) {
            Builder child = new Builder(childType, childId);
            description.accept(child);
            children.add(child.build());
            return this;
        }

        ConfigObject build() {
            return new ConfigObject(type, id, properties, children);
        }
    }
}
