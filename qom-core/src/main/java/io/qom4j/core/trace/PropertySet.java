// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Property;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * A property was set. Off unless a recording turns it on, for sets are many and an event costs more than a set. Confined to the
 * thread in which it happens.
 */
@Name("io.qom4j.PropertySet")
@Label("Property Set")
@Category("QOM")
@Description("A property was set; the value is left out, for it may be a secret")
@Enabled(false)
@StackTrace(false)
public final class PropertySet extends Event {
    private static final PropertySet ANY = new PropertySet();

    @Label("Path")
    @Description("The object's path; none if it is outside the tree")
    @Nullable String path;

    @Label("Type")
    @Nullable String type;

    @Label("Property")
    @Nullable String property;

    @Label("Origin")
    @Description("Who set it: API, QMP, a place in a file, …")
    @Nullable String origin;

    @Label("Identity")
    @Description("The object's identity hash, which its other events carry, too")
    int identity;

    private PropertySet() {}

    /** Tells of a property that has just been set. */
    public static void happened(QomObject object, Property property, Origin origin) {
        if (ANY.isEnabled()) {
            PropertySet event = new PropertySet();
            event.path = object.canonicalPath();
            event.type = object.typeName();
            event.property = property.name();
            event.origin = origin.describe(property.name());
            event.identity = System.identityHashCode(object);
            event.commit();
        }
    }
}
