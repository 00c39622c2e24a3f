// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import org.jspecify.annotations.Nullable;

/**
 * The form of an object in a document: which members it has in the text, one after the other, each a single value.
 *
 * <p>Descriptions of objects of one type mostly look alike. Once the first was taken apart, the next is compared with its
 * form, name by name; if it is the same its plan shares what the form knows, and nothing is looked up, sorted or copied.
 *
 * <p>Immutable; the arrays are never written.
 */
final class ObjectShape {
    /** The numbers of the members' names, in the order of the text. */
    private final int[] names;

    /** The property that each member gives a value to; null for the type and the id. */
    private final @Nullable Property[] members;

    private final Property[] properties;
    private final int[] offsets;

    private final int slots;

    /** What is legal for each of the properties at first sight. */
    private final PlainRule[] rules;

    private ObjectShape(
            int[] names, @Nullable Property[] members, Property[] properties, int[] offsets, PlainRule[] rules) {
        this.names = names;
        this.members = members;
        this.rules = rules;
        this.slots = slots(properties, properties.length);
        this.properties = properties;
        this.offsets = offsets;
    }

    /**
     * Returns the form of an object, or null if there is anything to it beside a type, an id and single values of different
     * properties under their present names.
     *
     * @param plan what the description was made into, and nothing else
     */
    static @Nullable ObjectShape of(JsonDocument document, int node, ObjectPlan plan, ValueCheck values) {
        int count = document.childCount(node);
        int first = document.firstChild(node);
        if (!plan.isOfOneGiver() || plan.count() != count - 2 || document.end(node) != first + count) {
            return null;
        }
        int[] names = new int[count];
        for (int i = 0; i < count; i++) {
            names[i] = document.nameNumber(first + i);
        }
        Property[] properties = new Property[plan.count()];
        int[] offsets = new int[plan.count()];
        PlainRule[] rules = new PlainRule[plan.count()];
        @Nullable Property[] members = new Property[count];
        for (int i = 0; i < properties.length; i++) {
            if (plan.property(i) instanceof RenamedProperty) {
                return null;
            }
            properties[i] = plan.property(i);
            offsets[i] = plan.node(i) - node;
            rules[i] = values.rule(properties[i]);
            members[plan.node(i) - first] = properties[i];
        }
        return new ObjectShape(names, members, properties, offsets, rules);
    }

    /** Tells whether an object has this form. */
    boolean isOf(JsonDocument document, int node) {
        int first = node + 1;
        if (document.end(node) != first + names.length || document.childCount(node) != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (document.nameNumber(first + i) != names[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether all values of an object of this form are surely legal. */
    boolean admits(JsonDocument document, int node) {
        for (int i = 0; i < rules.length; i++) {
            if (!rules[i].admits(document, node + offsets[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the property that a member gives a value to, by the member's place from 0; null for the type and the id. */
    @Nullable Property member(int place) {
        return members[place];
    }

    /** Returns how many members there are. */
    int memberCount() {
        return members.length;
    }

    /** Returns the properties in the order of their declaration. */
    Property[] properties() {
        return properties;
    }

    /** Returns a bit for each slot below 31 of {@link #properties}. */
    int slots() {
        return slots;
    }

    /** Returns a bit for each slot below 31 of the first so many properties. */
    static int slots(Property[] properties, int count) {
        int slots = 0;
        for (int i = 0; i < count; i++) {
            int slot = properties[i].slot();
            if (slot >= 0 && slot < Integer.SIZE - 1) {
                slots |= 1 << slot;
            }
        }
        return slots;
    }

    /** Returns how far behind the object's node the value of each of {@link #properties} is. */
    int[] offsets() {
        return offsets;
    }
}
