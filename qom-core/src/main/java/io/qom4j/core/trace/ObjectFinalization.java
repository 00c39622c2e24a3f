// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import io.qom4j.core.QomObject;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * An object ends; lasts from the drop of its last reference until its last hook has run, the ends of what it held included.
 * Confined to the thread in which it happens.
 */
@Name("io.qom4j.ObjectFinalization")
@Label("Object Finalization")
@Category("QOM")
@Description("An object ended: its children and links were let go of, its instance_finalize hooks ran")
@StackTrace(false)
public final class ObjectFinalization extends Event {
    @Label("Type")
    @Nullable String type;

    @Label("Identity")
    @Description("The object's identity hash, which its other events carry, too")
    int identity;

    private ObjectFinalization() {}

    /** Tells that an object is about to end; {@link #ended} ends it. */
    public static ObjectFinalization begun() {
        ObjectFinalization event = new ObjectFinalization();
        event.begin();
        return event;
    }

    /** Tells that the object has ended. */
    public void ended(QomObject object) {
        if (shouldCommit()) {
            type = object.typeName();
            identity = System.identityHashCode(object);
            commit();
        }
    }
}
