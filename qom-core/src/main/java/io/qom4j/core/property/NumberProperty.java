// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds a finite floating-point number.
 *
 * <p>Immutable. QEMU: qom/object.c, object_class_property_add.
 */
public final class NumberProperty extends Property {
    private final @Nullable ToDoubleFunction<QomObject> getter;
    private final @Nullable ObjDoubleConsumer<QomObject> setter;
    private final @Nullable Double defaultValue;

    private NumberProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, ValueType.number(), declaredBy, slot);
        getter = builder.getter;
        setter = builder.setter;
        defaultValue = builder.defaultValue;
    }

    private NumberProperty(NumberProperty from, Double defaultValue) {
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
            String name, @Nullable ToDoubleFunction<? super T> getter, @Nullable ObjDoubleConsumer<? super T> setter) {
        return new Builder(name, (ToDoubleFunction<QomObject>) getter, (ObjDoubleConsumer<QomObject>) setter);
    }

    /** Returns the value. */
    public double get(QomObject object) {
        if (getter == null) {
            throw notReadable(object);
        }
        return getter.applyAsDouble(object);
    }

    /** Sets the value on behalf of Java code. */
    public void set(QomObject object, double value) {
        set(object, value, Origins.API);
    }

    /**
     * Sets the value.
     *
     * @throws io.qom4j.core.error.PropertyException if the property is not writable, or not any more
     * @throws ValueException if the value is infinite or no number
     */
    public void set(QomObject object, double value, Origin origin) {
        if (setter == null) {
            throw notWritable(object);
        }
        checkFinite(name(), value);
        checkSettable(object);
        setter.accept(object, value);
        object.changed(this, origin);
    }

    private static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new ValueException("Parameter '" + name + "' must be a finite number, not " + value);
        }
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
    public NumberProperty withDefault(Object value) {
        if (setter == null || !(value instanceof Double fitting)) {
            throw new IllegalArgumentException("property '" + name() + "' cannot have the default " + value);
        }
        checkFinite(name(), fitting);
        return new NumberProperty(this, fitting);
    }

    @Override
    public void applyDefault(QomObject object) {
        if (defaultValue != null && setter != null) {
            setter.accept(object, defaultValue);
        }
    }

    @Override
    public boolean holdsDefault(QomObject object) {
        return defaultValue != null && (getter == null || getter.applyAsDouble(object) == defaultValue);
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        visitor.readNumber(field);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        set(object, visitor.readNumber(field), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        visitor.writeNumber(field, get(object));
    }

    /** A property being declared. */
    public static final class Builder extends PropertyBuilder<Builder> {
        private final @Nullable ToDoubleFunction<QomObject> getter;
        private final @Nullable ObjDoubleConsumer<QomObject> setter;
        private @Nullable Double defaultValue;

        private Builder(
                String name,
                @Nullable ToDoubleFunction<QomObject> getter,
                @Nullable ObjDoubleConsumer<QomObject> setter) {
            super(name);
            this.getter = getter;
            this.setter = setter;
        }

        /** Gives the value that new objects start with; needs a setter. */
        public Builder defaultValue(double value) {
            requireSetter(setter);
            checkFinite(name(), value);
            defaultValue = value;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public NumberProperty build(@Nullable String declaredBy, int slot) {
            return new NumberProperty(this, declaredBy, slot);
        }
    }
}
