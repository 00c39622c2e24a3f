// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.value.ChildType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A property that stands for an owned object; reads as the child's canonical path and cannot be written.
 *
 * <p>A view: objects keep their children themselves and make one of these when a child is asked for as a property. Immutable.
 * QEMU: qom/object.c, object_property_add_child.
 */
public final class ChildProperty extends Property {
    private final QomObject child;

    /** Makes the view of a child under a name. */
    public ChildProperty(String name, QomObject child) {
        super(name, new ChildType(child.typeName()));
        this.child = child;
    }

    /** Returns the child. */
    public QomObject child() {
        return child;
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public boolean isResolvable() {
        return true;
    }

    @Override
    public @Nullable QomObject resolve(QomObject object) {
        return child;
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        throw notWritable(object);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        String path = child.canonicalPath();
        visitor.writeString(field, path == null ? "" : path);
    }
}
