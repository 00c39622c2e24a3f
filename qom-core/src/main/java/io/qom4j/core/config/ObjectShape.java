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

    /** What is legal for each member at first sight; null for the type and the id. */
    private final @Nullable PlainRule[] rules;

    private ObjectShape(
            int[] names,
            @Nullable Property[] members,
            @Nullable PlainRule[] rules,
            Property[] properties,
            int[] offsets) {
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
        @Nullable Property[] members = new Property[count];
        @Nullable PlainRule[] rules = new PlainRule[count];
        for (int i = 0; i < properties.length; i++) {
            if (plan.property(i) instanceof RenamedProperty) {
                return null;
            }
            properties[i] = plan.property(i);
            offsets[i] = plan.node(i) - node;
            int place = plan.node(i) - first;
            members[place] = properties[i];
            rules[place] = values.rule(properties[i]);
        }
        return new ObjectShape(names, members, rules, properties, offsets);
    }

    /** How an object's description compares with a form. */
    enum Likeness {
        /** It has another form. */
        NONE,
        /** It has this form. */
        FORM,
        /** It has this form, and each value is legal at first sight. */
        PLAIN
    }

    /** Compares an object with this form. */
    Likeness likeness(Source source, int node) {
        JsonDocument document = source.document();
        int first = node + 1;
        if (document.end(node) != first + names.length || document.childCount(node) != names.length) {
            return Likeness.NONE;
        }
        boolean isPlain = source.reading() == null;
        for (int i = 0; i < names.length; i++) {
            if (document.nameNumber(first + i) != names[i]) {
                return Likeness.NONE;
            }
            PlainRule rule = rules[i];
            isPlain = isPlain && (rule == null || rule.admits(document, first + i));
        }
        return isPlain ? Likeness.PLAIN : Likeness.FORM;
    }

    /** Checks the values of an object of this form, in the order of the text. */
    void check(Source source, int node, ValueCheck values) {
        for (int i = 0; i < members.length; i++) {
            Property property = members[i];
            if (property != null) {
                values.check(property, source, node + 1 + i);
            }
        }
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
