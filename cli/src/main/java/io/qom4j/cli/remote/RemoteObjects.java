// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.remote;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigObject;
import io.qom4j.core.config.LinkText;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.value.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user-created objects of a running server, as a document that makes equal ones.
 *
 * <p>The server is asked for values; which properties can be set, and what a new object has by itself, the types of this
 * program tell. So it works with any QMP server whose types are known here, QEMU's own included; an object of another type is
 * exported with its type and id alone. Confined to one thread.
 */
public final class RemoteObjects {
    private static final String OBJECTS = "/objects";

    private final QmpClient client;
    private final Qom qom;
    private final Map<String, Map<String, @Nullable Object>> newborn = new HashMap<>();

    private RemoteObjects(QmpClient client, Qom qom) {
        this.client = client;
        this.qom = qom;
    }

    /**
     * Asks a server.
     *
     * @param address {@code unix:PATH} or {@code tcp:HOST:PORT}
     * @param qom has the types
     * @throws QmpException if the server cannot be asked
     */
    public static ConfigDocument of(String address, Qom qom) {
        try (QmpClient client = QmpClient.connect(address)) {
            RemoteObjects remote = new RemoteObjects(client, qom);
            return ConfigDocument.of(remote.children(OBJECTS));
        }
    }

    private List<ConfigObject> children(String path) {
        List<ConfigObject> objects = new ArrayList<>();
        for (Map<?, ?> each : list(path)) {
            String type = String.valueOf(each.get("type"));
            String name = String.valueOf(each.get("name"));
            if (type.startsWith("child<")) {
                objects.add(object(path + "/" + name, name, type.substring("child<".length(), type.length() - 1)));
            }
        }
        return objects;
    }

    private List<Map<?, ?>> list(String path) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (client.execute("qom-list", Map.of("path", path)) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    found.add(map);
                }
            }
        }
        return found;
    }

    private ConfigObject object(String path, String name, String typeName) {
        ObjectClass type = qom.types().find(typeName);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (type == null || type.isAbstract()) {
            return new ConfigObject(typeName, name, values, List.of());
        }
        Set<String> there = new HashSet<>();
        list(path).forEach(each -> there.add(String.valueOf(each.get("name"))));
        Map<String, @Nullable Object> before = newborn.computeIfAbsent(typeName, any -> valuesOfNewborn(type));
        for (Property property : type.properties()) {
            if (before.containsKey(property.name()) && there.contains(property.name())) {
                Object value = client.execute("qom-get", Map.of("path", path, "property", property.name()));
                if (!PlainValue.areSame(value, before.get(property.name()))) {
                    values.put(property.name(), plain(property, value, path));
                }
            }
        }
        return new ConfigObject(typeName, name, values, owned(path));
    }

    /** Returns what an object owns that users can make and that it did not make itself. */
    private List<ConfigObject> owned(String path) {
        List<ConfigObject> all = children(path);
        return all.stream().filter(each -> isForUsers(each.type())).toList();
    }

    private boolean isForUsers(String typeName) {
        ObjectClass type = qom.types().find(typeName);
        return type != null && type.isA(UserCreatable.TYPE_NAME);
    }

    private static @Nullable Object plain(Property property, @Nullable Object value, String path) {
        boolean isTop = path.lastIndexOf('/') == OBJECTS.length();
        return property.type() instanceof LinkType && value instanceof String link
                ? LinkText.shortest(link, isTop, any -> false)
                : value;
    }

    /** Returns the values that a new object of a type has by itself, of the properties that can be read and set. */
    private static Map<String, @Nullable Object> valuesOfNewborn(ObjectClass type) {
        Map<String, @Nullable Object> values = new HashMap<>();
        QomObject object = type.newObject();
        try {
            for (Property property : type.properties()) {
                if (property.isReadable() && property.isWritable() && !(property instanceof RenamedProperty)) {
                    values.put(property.name(), PlainValue.of(property, object));
                }
            }
        } finally {
            object.unref();
        }
        return values;
    }
}
