// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.Property;
import io.qom4j.core.value.LinkType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All objects of the tree by their own name, and those that have a link or an alias by its name: what a search for a partial
 * path starts from instead of walking the tree.
 *
 * <p>One writer at a time, under the runtime's writer lock; readers take no lock and may see an object that just left.
 */
final class NameIndex {
    /** Under each name a lone object, or a set of objects. */
    private final Map<String, Object> byName = new ConcurrentHashMap<>();

    private final Map<String, Set<QomObject>> byLink = new ConcurrentHashMap<>();

    void entered(QomObject object, String name) {
        byName.merge(name, object, NameIndex::joined);
        forEachLink(
                object,
                link -> byLink.computeIfAbsent(link, any -> ConcurrentHashMap.newKeySet())
                        .add(object));
    }

    void left(QomObject object, String name) {
        byName.computeIfPresent(name, (any, found) -> without(found, object));
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

    private static void forEachLink(QomObject object, Consumer<String> consumer) {
        object.objectClass().table().pathNames().forEach(consumer);
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
        return property.type() instanceof LinkType;
    }

    @SuppressWarnings("unchecked")
    private static Object joined(Object found, Object added) {
        if (found instanceof Set<?> many) {
            ((Set<Object>) many).add(added);
            return many;
        }
        Set<Object> many = ConcurrentHashMap.newKeySet();
        many.add(found);
        many.add(added);
        return many;
    }

    private static @Nullable Object without(Object found, QomObject gone) {
        if (found instanceof Set<?> many) {
            many.remove(gone);
            return many.isEmpty() ? null : many;
        }
        return found == gone ? null : found;
    }

    /** Returns the objects of this name. */
    Collection<QomObject> named(String name) {
        Object found = byName.get(name);
        if (found == null) {
            return List.of();
        }
        if (found instanceof QomObject lone) {
            return List.of(lone);
        }
        @SuppressWarnings("unchecked")
        Set<QomObject> many = (Set<QomObject>) found;
        return many;
    }

    /** Returns the objects that have a link or an alias of this name. */
    Set<QomObject> linking(String name) {
        Set<QomObject> found = byLink.get(name);
        return found == null ? Set.of() : found;
    }

    /** Gives each object that has a link or an alias to a consumer, with each of these. */
    void forEachLinking(BiConsumer<QomObject, Property> consumer) {
        byLink.forEach((link, objects) -> objects.forEach(object -> {
            Property property = object.findProperty(link);
            if (property != null) {
                consumer.accept(object, property);
            }
        }));
    }

    /** Tells whether any object has a link or an alias of this name. */
    boolean isLinkName(String name) {
        return byLink.containsKey(name);
    }
}
