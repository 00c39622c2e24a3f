// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loader wants to know of a class, looked up once.
 *
 * <p>Immutable.
 */
final class ClassFacts {
    private final ObjectClass objectClass;
    private final boolean isUsable;
    private final Property[] required;
    private final boolean hasLinks;

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
