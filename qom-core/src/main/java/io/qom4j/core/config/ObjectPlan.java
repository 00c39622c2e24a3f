// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object to be made: its class, where it goes, and its values in the order in which they are set.
 *
 * <p>Values are nodes of documents, read when they are set. They are kept in the order of the properties' declaration, so
 * that the order in a text does not matter. Confined to one thread.
 */
final class ObjectPlan {
    private static final Property[] NO_PROPERTIES = {};
    private static final int[] NO_NODES = {};

    private final ClassFacts facts;
    private final String id;
    private final @Nullable ObjectPlan parent;
    private DocumentOrigin origin;
    private Property[] properties = NO_PROPERTIES;

    /** Where each value is, counted from {@link #base}. */
    private int[] nodes = NO_NODES;

    private int base;

    /** The form to which the two arrays belong, which other plans have, too, so that they are copied before they change. */
    private @Nullable ObjectShape shape;

    private boolean isPlain;

    /** Who gave each value, if that is not the same for all. */
    private DocumentOrigin @Nullable [] origins;

    private int count;
    private Ties ties = Ties.NONE;
    private int number;
    private @Nullable QomObject object;

    /** What few objects have: children, links, and names that were misspelt. */
    private static final class Ties {
        static final Ties NONE = new Ties();

        List<LinkUse> links = List.of();
        List<String> meant = List.of();
        List<ObjectPlan> children = List.of();
        Map<String, ObjectPlan> childrenByName = Map.of();
    }

    private Ties ownTies() {
        if (ties == Ties.NONE) {
            ties = new Ties();
        }
        return ties;
    }

    ObjectPlan(ClassFacts facts, String id, @Nullable ObjectPlan parent, DocumentOrigin origin) {
        this.facts = facts;
        this.id = id;
        this.parent = parent;
        this.origin = origin;
    }

    ClassFacts facts() {
        return facts;
    }

    String id() {
        return id;
    }

    @Nullable ObjectPlan parent() {
        return parent;
    }

    /** Returns where the object is described; the last place if several files do. */
    DocumentOrigin origin() {
        return origin;
    }

    /** Returns the path that the object will have. */
    String path() {
        return (parent == null ? "/objects" : parent.path()) + "/" + id;
    }

    boolean isAncestorOf(ObjectPlan other) {
        for (ObjectPlan each = other.parent; each != null; each = each.parent) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    // ---- values

    int count() {
        return count;
    }

    Property property(int index) {
        return properties[index];
    }

    int node(int index) {
        return base + nodes[index];
    }

    /** Tells whether all values were given by the description at hand. */
    boolean isOfOneGiver() {
        return origins == null && origin.overridden() == null;
    }

    /** Tells whether each value was seen to be legal at first sight, comes from one description, and none is a link. */
    boolean isPlain() {
        return isPlain && origins == null && ties.links.isEmpty();
    }

    /** Returns the form of the description; only if {@link #isPlain}. */
    ObjectShape shape() {
        return Objects.requireNonNull(shape);
    }

    /** Makes room for so many values at first. */
    void expect(int values) {
        if (count == 0 && origins == null && values > properties.length) {
            properties = new Property[values];
            nodes = new int[values];
        }
    }

    /** Takes all values of a description of a known form; there are none yet. */
    void take(ObjectShape form, int node, boolean isEachPlain) {
        properties = form.properties();
        nodes = form.offsets();
        count = properties.length;
        base = node;
        shape = form;
        isPlain = isEachPlain;
    }

    private void own() {
        if (shape != null) {
            properties = properties.clone();
            nodes = nodes.clone();
            for (int i = 0; i < count; i++) {
                nodes[i] += base;
            }
            base = 0;
            shape = null;
            isPlain = false;
        }
    }

    DocumentOrigin origin(int index) {
        return origins == null ? origin : origins[index];
    }

    /** Tells a new object who gives it its values, if that is the same for all. */
    void tellGiver(QomObject made) {
        if (origins == null) {
            made.givenBy(origin, shape != null ? shape.slots() : ObjectShape.slots(properties, count));
        }
    }

    /** Returns the index of a property's value, or -1. */
    int indexOf(Property property) {
        for (int i = 0; i < count; i++) {
            if (properties[i] == property) {
                return i;
            }
        }
        return -1;
    }

    /** Tells whether a property is given, under whatever name it ever had. */
    boolean gives(Property property) {
        Property present = ClassFacts.present(property);
        for (int i = 0; i < count; i++) {
            if (properties[i] == property || ClassFacts.present(properties[i]) == present) {
                return true;
            }
        }
        return false;
    }

    /** Says that the object is described at another place, too, whose values win. */
    void overrideBy(DocumentOrigin later) {
        if (origins == null) {
            origins = new DocumentOrigin[properties.length];
            Arrays.fill(origins, 0, count, origin);
        }
        origin = later.overriding(origin);
    }

    /** Gives a property a value, by the description at hand. Of two in one description the first counts. */
    void put(Property property, int node) {
        put(property, node, origin);
    }

    /** Gives a property a value by somebody else, such as defaults of the type. */
    void put(Property property, int node, DocumentOrigin giver) {
        own();
        if (giver != origin && origins == null) {
            origins = new DocumentOrigin[properties.length];
            Arrays.fill(origins, 0, count, origin);
        }
        int at = count;
        while (at > 0 && properties[at - 1].slot() > property.slot()) {
            at--;
        }
        if (at > 0 && properties[at - 1] == property) {
            if (origin(at - 1) != giver) {
                nodes[at - 1] = node;
                setOrigin(at - 1, giver);
            }
            return;
        }
        insert(at, property, node, giver);
    }

    private void insert(int at, Property property, int node, DocumentOrigin giver) {
        if (count == properties.length) {
            int capacity = count + Math.max(2, count / 2);
            properties = Arrays.copyOf(properties, capacity);
            nodes = Arrays.copyOf(nodes, capacity);
            origins = origins == null ? null : Arrays.copyOf(origins, capacity);
        }
        if (at < count) {
            System.arraycopy(properties, at, properties, at + 1, count - at);
            System.arraycopy(nodes, at, nodes, at + 1, count - at);
        }
        properties[at] = property;
        nodes[at] = node;
        if (origins != null) {
            System.arraycopy(origins, at, origins, at + 1, count - at);
            origins[at] = giver;
        }
        count++;
    }

    private void setOrigin(int at, DocumentOrigin giver) {
        if (origins != null) {
            origins[at] = giver;
        }
    }

    /** Notes which properties a misspelt name may have meant. */
    void meant(List<String> names) {
        if (!names.isEmpty()) {
            List<String> all = new ArrayList<>(ties.meant);
            all.addAll(names);
            ownTies().meant = all;
        }
    }

    /** Tells whether a misspelt name may have meant this property, so that its lack is the same mistake. */
    boolean mayMean(Property property) {
        return ties.meant.contains(property.name());
    }

    // ---- children and links

    /** Returns the objects that this one owns, in the order of the text. */
    List<ObjectPlan> children() {
        return ties.children;
    }

    @Nullable ObjectPlan child(String name) {
        return ties.childrenByName.get(name);
    }

    /** Adds a child unless there is one of its id; returns that, or null. */
    @Nullable ObjectPlan addChild(ObjectPlan child) {
        Ties own = ownTies();
        if (own.children.isEmpty()) {
            own.children = new ArrayList<>(4);
            own.childrenByName = new HashMap<>();
        }
        ObjectPlan there = own.childrenByName.putIfAbsent(child.id, child);
        if (there == null) {
            own.children.add(child);
        }
        return there;
    }

    List<LinkUse> links() {
        return ties.links;
    }

    void links(List<LinkUse> uses) {
        if (!uses.isEmpty()) {
            ownTies().links = uses;
        }
    }

    /** Returns the link that the value at an index is, or null. */
    @Nullable LinkUse link(int index) {
        for (LinkUse each : ties.links) {
            if (each.index() == index) {
                return each;
            }
        }
        return null;
    }

    // ---- making

    /** Returns the object's place in the order of the texts. */
    int number() {
        return number;
    }

    void number(int newNumber) {
        number = newNumber;
    }

    @Nullable QomObject object() {
        return object;
    }

    void object(@Nullable QomObject made) {
        object = made;
    }
}
