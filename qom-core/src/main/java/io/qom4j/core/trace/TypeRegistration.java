// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import io.qom4j.core.TypeInfo;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A type was registered. Confined to the thread in which it happens. */
@Name("io.qom4j.TypeRegistration")
@Label("Type Registration")
@Category("QOM")
@Description("A type was registered with a runtime")
@StackTrace(false)
public final class TypeRegistration extends Event {
    private static final TypeRegistration ANY = new TypeRegistration();

    @Label("Type")
    @Nullable String type;

    @Label("Parent")
    @Nullable String parent;

    @Label("Abstract")
    boolean isAbstract;

    @Label("Interface")
    boolean isInterface;

    private TypeRegistration() {}

    /** Tells of a type that has just been registered. */
    public static void happened(TypeInfo info) {
        if (ANY.isEnabled()) {
            TypeRegistration event = new TypeRegistration();
            event.type = info.name();
            event.parent = info.parent();
            event.isAbstract = info.isAbstract();
            event.isInterface = info.isInterface();
            event.commit();
        }
    }
}
