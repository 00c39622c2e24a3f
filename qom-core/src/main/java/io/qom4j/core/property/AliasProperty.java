// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.value.ChildType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A property of one object that stands for a property of another.
 *
 * <p>Reading, writing and resolving go to the target; refusals name the target. The alias takes the target's type (a child
 * becomes a link), default and description. It does not keep the target object alive; once that has ended, reading and
 * writing are refused. Immutable. QEMU: qom/object.c, object_property_add_alias.
 */
public final class AliasProperty extends Property {
    private final QomObject targetObject;
    private final Property target;

    private AliasProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, typeOf(builder.target), declaredBy, slot);
        targetObject = builder.targetObject;
        target = builder.target;
    }

    /**
     * Starts a declaration.
     *
     * @param name the alias's name
     * @param targetObject the object that has the property
     * @param target the property that the alias stands for
     */
    public static Builder of(String name, QomObject targetObject, Property target) {
        return new Builder(name, targetObject, target);
    }

    private static ValueType typeOf(Property target) {
        return target.type() instanceof ChildType child ? new LinkType(child.target()) : target.type();
    }

    /** Returns the object that has the property. */
    public QomObject targetObject() {
        return targetObject;
    }

    /** Returns the property that the alias stands for. */
    public Property target() {
        return target;
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public @Nullable Object defaultValue() {
        return target.defaultValue();
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        target.check(visitor, field);
    }

    private QomObject livingTarget(QomObject object) {
        if (targetObject.isFinalized()) {
            throw new PropertyException("Property '" + object.typeName() + "." + name() + "' stands for '"
                    + targetObject.typeName() + "." + target.name() + "' of an object that has ended");
        }
        return targetObject;
    }

    @Override
    public boolean isResolvable() {
        return target.isResolvable();
    }

    @Override
    public @Nullable QomObject resolve(QomObject object) {
        return targetObject.isFinalized() ? null : target.resolve(targetObject);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        target.set(livingTarget(object), visitor, field, origin);
        object.changed(this, origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        target.get(livingTarget(object), visitor, field);
    }

    /** An alias being declared. */
    public static final class Builder extends PropertyBuilder<Builder> {
        private final QomObject targetObject;
        private final Property target;

        private Builder(String name, QomObject targetObject, Property target) {
            super(name);
            this.targetObject = targetObject;
            this.target = target;
            this.description = target.description();
            this.unit = target.unit();
            this.typeName = target.type() instanceof ChildType ? null : target.typeName();
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        boolean hasTarget() {
            return true;
        }

        @Override
        public AliasProperty build(@Nullable String declaredBy, int slot) {
            return new AliasProperty(this, declaredBy, slot);
        }
    }
}
