// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one load is to make, as far as it is known.
 *
 * <p>Confined to one thread.
 */
final class LoadPlan {
    /**
     * A default for a whole type of the runtime.
     *
     * @param type the type
     * @param property the property
     * @param node the value
     * @param origin who gives it
     */
    record GlobalDefault(String type, Property property, int node, DocumentOrigin origin) {}

    private List<ObjectPlan> top = new ArrayList<>();
    private Map<String, ObjectPlan> topById = new HashMap<>();
    private final List<GlobalDefault> globals = new ArrayList<>();
    private boolean isPlain = true;

    /** Returns the objects under {@code /objects}, in the order of the texts. */
    List<ObjectPlan> top() {
        return top;
    }

    /** Makes room for so many objects. */
    void expect(int objects) {
        if (top.isEmpty()) {
            top = new ArrayList<>(objects);
            topById = HashMap.newHashMap(objects);
        }
    }

    @Nullable ObjectPlan find(String id) {
        return topById.get(id);
    }

    List<String> ids() {
        return top.stream().map(ObjectPlan::id).toList();
    }

    /** Adds an object to its owner, or under {@code /objects}, unless there is one of its id; returns that, or null. */
    @Nullable ObjectPlan add(ObjectPlan object) {
        ObjectPlan parent = object.parent();
        if (parent != null) {
            isPlain = false;
            return parent.addChild(object);
        }
        ObjectPlan there = topById.putIfAbsent(object.id(), object);
        if (there == null) {
            isPlain &= object.facts().isPlain();
            object.number(top.size());
            top.add(object);
        }
        return there;
    }

    /** Tells whether no object owns another, can have a link to one, or has properties that must be given. */
    boolean isPlain() {
        return isPlain;
    }

    List<GlobalDefault> globals() {
        return globals;
    }

    /** Returns all objects, owners before what they own, and numbers them anew; each is handed to a last step. */
    List<ObjectPlan> numbered(Consumer<ObjectPlan> lastStep) {
        List<ObjectPlan> all = new ArrayList<>(top.size());
        for (ObjectPlan each : top) {
            number(each, all, lastStep);
        }
        return all;
    }

    private static void number(ObjectPlan object, List<ObjectPlan> all, Consumer<ObjectPlan> lastStep) {
        object.number(all.size());
        all.add(object);
        lastStep.accept(object);
        if (!object.children().isEmpty()) {
            object.children().forEach(child -> number(child, all, lastStep));
        }
    }
}
