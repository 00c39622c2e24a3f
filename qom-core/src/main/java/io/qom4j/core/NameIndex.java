// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.Property;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * All objects of the tree by their own name, and those that have a link, or another property that leads to an object, by its
 * name: what a search for a partial path starts from instead of walking the tree.
 *
 * <p>One writer at a time, under the runtime's writer lock; readers take no lock and may see an object that just left.
 */
final class NameIndex {
    private final NameTable byName = new NameTable();
    private final Map<String, Set<QomObject>> byLink = new ConcurrentHashMap<>();

    /** Returns a name as the string that objects of this name share. */
    String shared(String name) {
        return byName.shared(name);
    }

    /** Makes room for so many more objects at once. */
    void expect(int more) {
        byName.expect(more);
    }

    void entered(QomObject object, String name) {
        byName.add(object, name);
        if (mayLink(object)) {
            forEachLink(
                    object,
                    link -> byLink.computeIfAbsent(link, any -> ConcurrentHashMap.newKeySet())
                            .add(object));
        }
    }

    void left(QomObject object, String name) {
        byName.remove(object, name);
        forEachLink(
                object,
                link -> byLink.computeIfPresent(link, (any, found) -> {
                    found.remove(object);
                    return found.isEmpty() ? null : found;
                }));
    }

    void linkAdded(QomObject object, Property property) {
        if (isLink(property)) {
            byLink.computeIfAbsent(property.name(), any -> ConcurrentHashMap.newKeySet())
                    .add(object);
        }
    }

    void linkRemoved(QomObject object, Property property) {
        byLink.computeIfPresent(property.name(), (any, found) -> {
            found.remove(object);
            return found.isEmpty() ? null : found;
        });
    }

    private static boolean mayLink(QomObject object) {
        return object.members() != null || object.objectClass().table().hasPaths();
    }

    private static void forEachLink(QomObject object, Consumer<String> consumer) {
        PropertyTable table = object.objectClass().table();
        if (table.hasPaths()) {
            table.pathNames().forEach(consumer);
        }
        Members own = object.members();
        if (own != null) {
            own.forEach(entry -> {
                if (entry instanceof Property property && isLink(property)) {
                    consumer.accept(property.name());
                }
            });
        }
    }

    private static boolean isLink(Property property) {
        return property.isResolvable();
    }

    /** Returns the objects of this name. */
    Collection<QomObject> named(String name) {
        return byName.get(name);
    }

    /** Returns the objects that have a link of this name. */
    Set<QomObject> linking(String name) {
        Set<QomObject> found = byLink.get(name);
        return found == null ? Set.of() : found;
    }

    /** Gives each object that has a link to a consumer, with each of these. */
    void forEachLinking(BiConsumer<QomObject, Property> consumer) {
        byLink.forEach((link, objects) -> objects.forEach(object -> {
            Property property = object.findProperty(link);
            if (property != null) {
                consumer.accept(object, property);
            }
        }));
    }

    /** Tells whether any object has a link of this name. */
    boolean isLinkName(String name) {
        return byLink.containsKey(name);
    }
}
