// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An object is made; lasts from the factory to the last hook. Confined to the thread in which it happens. */
@Name("io.qom4j.ObjectCreation")
@Label("Object Creation")
@Category("QOM")
@Description("An object was made: factory, defaults, hooks, defaults for whole types")
@StackTrace(false)
public final class ObjectCreation extends Event {
    @Label("Type")
    @Nullable String type;

    @Label("Identity")
    @Description("The object's identity hash, which its other events carry, too")
    int identity;

    @Label("Failure")
    @Description("Why the object could not be made; none if it was")
    @Nullable String failure;

    private ObjectCreation() {}

    /** Tells that an object is about to be made; {@link #made} or {@link #failed} ends it. */
    public static ObjectCreation begun() {
        ObjectCreation event = new ObjectCreation();
        event.begin();
        return event;
    }

    /** Tells that the object was made. */
    public void made(QomObject object) {
        if (shouldCommit()) {
            type = object.typeName();
            identity = System.identityHashCode(object);
            commit();
        }
    }

    /** Tells that the making of an object failed and that nothing is left of it. */
    public void failed(ObjectClass objectClass, QomObject object, Throwable reason) {
        if (shouldCommit()) {
            type = objectClass.name();
            identity = System.identityHashCode(object);
            failure = reason.toString();
            commit();
        }
    }
}
