// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import io.qom4j.core.ObjectClass;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The class of a type of objects is made; lasts as long as the hooks do. Confined to the thread in which it happens. */
@Name("io.qom4j.ClassCreation")
@Label("Class Creation")
@Category("QOM")
@Description("The class of a type was made: its ancestors' where need be, and its class hooks")
@StackTrace(false)
public final class ClassCreation extends Event {
    @Label("Type")
    @Nullable String type;

    @Label("Properties")
    @Description("How many properties its objects have, inherited ones included")
    int properties;

    private ClassCreation() {}

    /** Tells that a class is about to be made; {@link #made} ends it. */
    public static ClassCreation begun() {
        ClassCreation event = new ClassCreation();
        event.begin();
        return event;
    }

    /** Tells that the class was made. */
    public void made(ObjectClass objectClass) {
        if (shouldCommit()) {
            type = objectClass.name();
            properties = objectClass.properties().size();
            commit();
        }
    }
}
