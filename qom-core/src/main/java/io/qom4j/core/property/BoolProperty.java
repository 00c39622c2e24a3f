// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds a boolean.
 *
 * <p>Immutable. QEMU: qom/object.c, object_class_property_add_bool.
 */
public final class BoolProperty extends Property {
    private final @Nullable Predicate<QomObject> getter;
    private final @Nullable BoolSetter<QomObject> setter;
    private final @Nullable Boolean defaultValue;

    private BoolProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, ValueType.bool(), declaredBy, slot);
        getter = builder.getter;
        setter = builder.setter;
        defaultValue = builder.defaultValue;
    }

    private BoolProperty(BoolProperty from, Boolean defaultValue) {
        super(from);
        getter = from.getter;
        setter = from.setter;
        this.defaultValue = defaultValue;
    }

    /**
     * Starts a declaration.
     *
     * @param getter reads the value, or null if it cannot be read
     * @param setter stores the value, or null if it cannot be written
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public static <T extends QomObject> Builder of(
            String name, @Nullable Predicate<? super T> getter, @Nullable BoolSetter<? super T> setter) {
        return new Builder(name, (Predicate<QomObject>) getter, (BoolSetter<QomObject>) setter);
    }

    /** Returns the value. */
    public boolean get(QomObject object) {
        if (getter == null) {
            throw notReadable(object);
        }
        return getter.test(object);
    }

    /** Sets the value on behalf of Java code. */
    public void set(QomObject object, boolean value) {
        set(object, value, Origins.API);
    }

    /**
     * Sets the value.
     *
     * @throws io.qom4j.core.error.PropertyException if the property is not writable, or not any more
     */
    public void set(QomObject object, boolean value, Origin origin) {
        if (setter == null) {
            throw notWritable(object);
        }
        checkSettable(object);
        setter.set(object, value);
        object.changed(this, origin);
    }

    @Override
    public boolean isReadable() {
        return getter != null;
    }

    @Override
    public boolean isWritable() {
        return setter != null;
    }

    @Override
    public @Nullable Object defaultValue() {
        return defaultValue;
    }

    @Override
    public BoolProperty withDefault(Object value) {
        if (setter == null || !(value instanceof Boolean fitting)) {
            throw new IllegalArgumentException("property '" + name() + "' cannot have the default " + value);
        }
        return new BoolProperty(this, fitting);
    }

    @Override
    public void applyDefault(QomObject object) {
        if (defaultValue != null && setter != null) {
            setter.set(object, defaultValue);
        }
    }

    @Override
    public boolean holdsDefault(QomObject object) {
        return defaultValue != null && (getter == null || getter.test(object) == defaultValue);
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        visitor.readBool(field);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        set(object, visitor.readBool(field), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        visitor.writeBool(field, get(object));
    }

    /** A boolean property being declared. */
    public static final class Builder extends PropertyBuilder<Builder> {
        private final @Nullable Predicate<QomObject> getter;
        private final @Nullable BoolSetter<QomObject> setter;
        private @Nullable Boolean defaultValue;

        private Builder(String name, @Nullable Predicate<QomObject> getter, @Nullable BoolSetter<QomObject> setter) {
            super(name);
            this.getter = getter;
            this.setter = setter;
        }

        /** Gives the value that new objects start with; needs a setter. */
        public Builder defaultValue(boolean value) {
            requireSetter(setter);
            defaultValue = value;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public BoolProperty build(@Nullable String declaredBy, int slot) {
            return new BoolProperty(this, declaredBy, slot);
        }
    }
}
