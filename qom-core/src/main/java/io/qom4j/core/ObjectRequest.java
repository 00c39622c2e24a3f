// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.QomException;
import io.qom4j.core.property.Origin;
import io.qom4j.core.visit.InputVisitor;
import java.util.function.Supplier;

/**
 * An object that was asked for and does not exist yet: its type is known, and its arguments suit the type.
 *
 * <p>For those who check everything that they are asked for before they make any of it. Immutable; thread-safe as far as the
 * arguments are.
 */
public final class ObjectRequest {
    private final UserObjects objects;
    private final ObjectClass objectClass;
    private final String id;
    private final Supplier<InputVisitor> arguments;

    ObjectRequest(UserObjects objects, ObjectClass objectClass, String id, Supplier<InputVisitor> arguments) {
        this.objects = objects;
        this.objectClass = objectClass;
        this.id = id;
        this.arguments = arguments;
    }

    /** Returns the class that the object will have. */
    public ObjectClass objectClass() {
        return objectClass;
    }

    /** Returns the name that the object will have under {@code /objects}. */
    public String id() {
        return id;
    }

    Supplier<InputVisitor> arguments() {
        return arguments;
    }

    /**
     * Makes the object: sets its properties, puts it into the tree and completes it.
     *
     * @param origin who makes it
     * @throws QomException if the id is no identifier or taken, or the object refuses; nothing is left behind then
     */
    public QomObject make(Origin origin) {
        return objects.create(this, origin);
    }
}
