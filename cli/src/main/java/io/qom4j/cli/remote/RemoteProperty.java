// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.remote;

import io.qom4j.core.Suggestions;
import io.qom4j.core.property.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a running server tells of a property of an object: its value, who gave it, and what is legal.
 *
 * <p>Immutable if the values are.
 *
 * @param path the object's path: {@code /objects/m0}
 * @param type the object's type
 * @param name the property's name
 * @param facts what {@code x-qom-describe} tells of the property, by member
 */
public record RemoteProperty(String path, String type, String name, Map<String, ?> facts) {
    private static final String COMMAND = "x-qom-describe";
    private static final String DEFAULT_OF = new Origin.Default("").describe();

    /**
     * Asks a server.
     *
     * @param address {@code unix:PATH} or {@code tcp:HOST:PORT}
     * @param path the object's path, absolute or partial
     * @param name the property's name
     * @throws QmpException if the server cannot be asked, or has no such object or property
     */
    public static RemoteProperty of(String address, String path, String name) {
        Map<String, @Nullable Object> object;
        try (QmpClient client = QmpClient.connect(address)) {
            object = map(client.execute(COMMAND, Map.of("path", path)));
        } catch (QmpException e) {
            if (String.valueOf(e.getMessage()).equals("The command " + COMMAND + " has not been found")) {
                throw new QmpException(
                        address + " does not tell who gave a value: it has no command " + COMMAND
                                + ", as QEMU has none",
                        e);
            }
            throw e;
        }
        String type = String.valueOf(object.get("type"));
        List<String> names = new ArrayList<>();
        if (object.get("properties") instanceof List<?> properties) {
            for (Object each : properties) {
                Map<String, @Nullable Object> facts = map(each);
                if (name.equals(facts.get("name"))) {
                    Object canonical = object.get("path");
                    return new RemoteProperty(canonical == null ? path : canonical.toString(), type, name, facts);
                }
                names.add(String.valueOf(facts.get("name")));
            }
        }
        throw new QmpException("Property '" + type + "." + name + "' not found", null, Suggestions.hint(name, names));
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, member) -> map.put(String.valueOf(key), member));
        }
        return map;
    }

    /** Returns the value; null if it cannot be read. */
    public @Nullable Object value() {
        return facts.get("value");
    }

    /** Tells whether a default is declared. */
    public boolean hasDefault() {
        return facts.containsKey("default");
    }

    /** Returns the declared default, or null. */
    public @Nullable Object defaultValue() {
        return facts.get("default");
    }

    /** Returns who gave the value, in the server's words. */
    public String origin() {
        return text("origin", "unset");
    }

    /** Tells whether the value is the declared default, because nobody gave another. */
    public boolean isByDefault() {
        return origin().startsWith(DEFAULT_OF);
    }

    /** Returns the type whose declaration gives the default. */
    public String declaredBy() {
        return isByDefault() ? origin().substring(DEFAULT_OF.length()) : text("declared-by", type);
    }

    /** Returns what values are legal, when the property can be set, and who declares it. */
    public String describe() {
        return text("legal", "") + "; settable " + text("settable", "never") + "; declared by "
                + text("declared-by", "the object itself");
    }

    private String text(String member, String otherwise) {
        return facts.get(member) instanceof String text ? text : otherwise;
    }
}
