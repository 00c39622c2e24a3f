// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object to be made: its class, where it goes, and its values in the order in which they are set.
 *
 * <p>The values of most objects are those of their {@link ObjectShape}, which is shared; others have {@link PlannedValues} of
 * their own. Confined to one thread.
 */
final class ObjectPlan {
    private final ClassFacts facts;
    private final String id;
    private final @Nullable ObjectPlan parent;
    private DocumentOrigin origin;

    /** The form of the description, from which the values are known, unless there are values of its own. */
    private @Nullable ObjectShape shape;

    private boolean isPlain;
    private @Nullable PlannedValues values;
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
        return values != null ? values.count() : shape != null ? shape.properties().length : 0;
    }

    Property property(int index) {
        return values != null ? values.property(index) : shape().properties()[index];
    }

    int node(int index) {
        return values != null ? values.node(index) : origin.node() + shape().offsets()[index];
    }

    /** Tells whether all values were given by the description at hand. */
    boolean isOfOneGiver() {
        return origin.overridden() == null && (values == null || values.isOfOneGiver());
    }

    /** Tells whether each value was seen to be legal at first sight, comes from one description, and none is a link. */
    boolean isPlain() {
        return isPlain && ties.links.isEmpty();
    }

    /** Returns the form of the description; only if {@link #isPlain}. */
    ObjectShape shape() {
        return Objects.requireNonNull(shape);
    }

    /** Makes room for so many values at first. */
    void expect(int capacity) {
        if (count() == 0 && isOfOneGiver()) {
            values = new PlannedValues(Math.max(capacity, 0));
        }
    }

    /** Takes all values of a description of a known form; there are none yet. */
    void take(ObjectShape form, boolean isEachPlain) {
        shape = form;
        isPlain = isEachPlain;
    }

    /** Returns the values of this object alone, to change them. */
    private PlannedValues own() {
        PlannedValues own = values;
        if (own == null) {
            own = shape == null ? new PlannedValues(0) : new PlannedValues(shape, origin.node());
            values = own;
            shape = null;
            isPlain = false;
        }
        return own;
    }

    DocumentOrigin origin(int index) {
        DocumentOrigin giver = values == null ? null : values.origin(index);
        return giver == null ? origin : giver;
    }

    /** Tells a new object who gives it its values, if that is the same for all. */
    void tellGiver(QomObject made) {
        if (values == null || values.isOfOneGiver()) {
            made.givenBy(origin, values != null ? values.slots() : shape != null ? shape.slots() : 0);
        }
    }

    /** Tells whether a property is given, under whatever name it ever had. */
    boolean gives(Property property) {
        Property present = ClassFacts.present(property);
        for (int i = 0; i < count(); i++) {
            if (property(i) == property || ClassFacts.present(property(i)) == present) {
                return true;
            }
        }
        return false;
    }

    /** Says that the object is described at another place, too, whose values win. */
    void overrideBy(DocumentOrigin later) {
        own().givenUntilNowBy(origin);
        origin = later.overriding(origin);
    }

    /** Gives a property a value, by the description at hand. Of two in one description the first counts. */
    void put(Property property, int node) {
        own().put(property, node, origin);
    }

    /** Gives a property a value by somebody else, such as defaults of the type. */
    void put(Property property, int node, DocumentOrigin giver) {
        if (giver != origin) {
            own().givenUntilNowBy(origin);
        }
        own().put(property, node, giver);
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
