// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.event;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Property;

/**
 * Something that has happened to an object of a runtime.
 *
 * <p>Immutable; the object that it names may have changed again since.
 */
public sealed interface QomEvent {
    /** Returns the object that it happened to. */
    QomObject object();

    /**
     * An object, with all below it, came into the tree.
     *
     * @param object the object
     * @param parent its new owner
     * @param name the name under which it is owned
     */
    record ChildAdded(QomObject object, QomObject parent, String name) implements QomEvent {}

    /**
     * An object, with all below it, left the tree.
     *
     * @param object the object
     * @param parent its former owner
     * @param name the name under which it was owned
     */
    record ChildRemoved(QomObject object, QomObject parent, String name) implements QomEvent {}

    /**
     * A property was given a value, perhaps the same as before.
     *
     * @param object the object
     * @param property the property
     * @param origin who set it
     */
    record PropertyChanged(QomObject object, Property property, Origin origin) implements QomEvent {}

    /**
     * An object ended.
     *
     * @param object the object, which must not be used any more
     */
    record Finalized(QomObject object) implements QomEvent {}
}
