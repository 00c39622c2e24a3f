// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loader wants to know of a class, looked up once.
 *
 * <p>Confined to one thread.
 */
final class ClassFacts {
    /** A document with more names than this is odd, and gets no table for each class. */
    private static final int MOST_NAMES = 1024;

    /** How many forms are tried for the objects of a class in a document. */
    private static final int MOST_SHAPES = 16;

    private final ObjectClass objectClass;
    private final boolean isUsable;
    private final Property[] required;
    private final boolean hasLinks;

    /** The document whose names are known, and the property for each of them by the name's number, as far as looked up. */
    private @Nullable JsonDocument document;

    private @Nullable Property[] byNumber = {};
    private @Nullable ObjectShape shape;
    private int shapesLearnt;

    /**
     * Gathers the facts.
     *
     * @param isUsable whether users can make objects of the class; else it stands in for an unknown one
     */
    ClassFacts(ObjectClass objectClass, boolean isUsable) {
        this.objectClass = objectClass;
        this.isUsable = isUsable;
        List<Property> properties = objectClass.properties();
        this.required = properties.stream()
                .filter(each -> each.isRequired() && each.isWritable())
                .toArray(Property[]::new);
        this.hasLinks = properties.stream().anyMatch(ClassFacts::isLink);
    }

    /** Tells whether a property holds one link or a list of them. */
    static boolean isLink(Property property) {
        return property.type() instanceof LinkType
                || (property.type() instanceof ListType list && list.element() instanceof LinkType);
    }

    /** Returns the class; the root's if the type is unknown. */
    ObjectClass objectClass() {
        return objectClass;
    }

    /** Tells whether the type is known and users can make objects of it. */
    boolean isUsable() {
        return isUsable;
    }

    boolean hasLinks() {
        return hasLinks;
    }

    @Nullable Property find(String name) {
        return objectClass.findProperty(name);
    }

    /**
     * Returns the property that a member of an object gives a value to, or null if the member is something else, or anything
     * is remarkable about it.
     */
    @Nullable Property plain(JsonDocument of, int member) {
        if (of != document) {
            document = of;
            shape = null;
            shapesLearnt = 0;
            byNumber = new Property[Math.min(of.nameCount(), MOST_NAMES)];
        }
        int number = of.nameNumber(member);
        if (number >= byNumber.length) {
            return null;
        }
        Property known = byNumber[number];
        return known != null ? known : look(String.valueOf(of.name(member)), number);
    }

    /** Returns the form that an object of the class had lately in a document, or null. */
    @Nullable ObjectShape shape(JsonDocument of) {
        return of == document ? shape : null;
    }

    /** Remembers the form of an object, unless objects of the class look different again and again. */
    void learn(JsonDocument of, int node, ObjectPlan plan, ValueCheck values) {
        if (isUsable && of == document && shapesLearnt < MOST_SHAPES) {
            shapesLearnt++;
            ObjectShape learnt = ObjectShape.of(of, node, plan, values);
            shape = learnt == null ? shape : learnt;
        }
    }

    private @Nullable Property look(String name, int number) {
        Property property = find(name);
        boolean isPlain = property != null
                && property.isWritable()
                && !(property instanceof RenamedProperty)
                && !name.equals(ObjectCheck.TYPE)
                && !name.equals(ObjectCheck.ID);
        byNumber[number] = isPlain ? property : null;
        return byNumber[number];
    }

    /** Tells whether objects of the class have no links, and no properties that they cannot do without. */
    boolean isPlain() {
        return !hasLinks && required.length == 0;
    }

    /** Returns the properties that an object cannot do without. */
    Property[] required() {
        return required;
    }

    /** Returns the names of what can be written, deprecated ones left out. */
    List<String> writableNames() {
        return objectClass.properties().stream()
                .filter(each -> each.isWritable() && !(each instanceof RenamedProperty))
                .map(Property::name)
                .toList();
    }

    /** Returns the property that a former name stands for, or the property itself. */
    static Property present(Property property) {
        return property instanceof RenamedProperty renamed ? present(renamed.present()) : property;
    }
}
