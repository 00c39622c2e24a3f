// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds an integer of some width and sign, or a size in bytes.
 *
 * <p>Immutable. QEMU: qom/object.c, object_class_property_add_uint64_ptr and its sisters.
 */
public final class IntegerProperty extends Property {
    private final @Nullable ToLongFunction<QomObject> getter;
    private final @Nullable ObjLongConsumer<QomObject> setter;
    private final @Nullable Long defaultValue;
    private final @Nullable IntType integer;

    /** The type, if there are numbers in a long that are out of its range. */
    private final @Nullable IntType bounded;

    private IntegerProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, builder.type, declaredBy, slot);
        integer = builder.type instanceof IntType narrow ? narrow : null;
        bounded = integer == null || integer.takesEveryLong() ? null : integer;
        getter = builder.getter;
        setter = builder.setter;
        defaultValue = builder.defaultValue;
    }

    private IntegerProperty(IntegerProperty from, Long defaultValue) {
        super(from);
        getter = from.getter;
        setter = from.setter;
        integer = from.integer;
        bounded = from.bounded;
        this.defaultValue = defaultValue;
    }

    /**
     * Starts a declaration.
     *
     * @param type an {@link IntType}, or {@link ValueType#size()}
     * @param getter reads the value, or null if it cannot be read
     * @param setter stores the value, or null if it cannot be written
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public static <T extends QomObject> Builder of(
            String name,
            ValueType type,
            @Nullable ToLongFunction<? super T> getter,
            @Nullable ObjLongConsumer<? super T> setter) {
        return new Builder(name, type, (ToLongFunction<QomObject>) getter, (ObjLongConsumer<QomObject>) setter);
    }

    /** Returns the value. */
    public long get(QomObject object) {
        if (getter == null) {
            throw notReadable(object);
        }
        return getter.applyAsLong(object);
    }

    /** Sets the value on behalf of Java code. */
    public void set(QomObject object, long value) {
        set(object, value, Origins.API);
    }

    /**
     * Sets the value.
     *
     * @throws io.qom4j.core.error.PropertyException if the property is not writable, or not any more
     * @throws io.qom4j.core.error.ValueException if the value is out of the type's range
     */
    public void set(QomObject object, long value, Origin origin) {
        if (setter == null) {
            throw notWritable(object);
        }
        if (bounded != null) {
            bounded.check(name(), value);
        }
        checkSettable(object);
        setter.accept(object, value);
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
    public IntegerProperty withDefault(Object value) {
        if (setter == null || !(value instanceof Long fitting)) {
            throw new IllegalArgumentException("property '" + name() + "' cannot have the default " + value);
        }
        if (integer != null) {
            integer.check(name(), fitting);
        }
        return new IntegerProperty(this, fitting);
    }

    @Override
    public void applyDefault(QomObject object) {
        if (defaultValue != null && setter != null) {
            setter.accept(object, defaultValue);
        }
    }

    @Override
    public boolean holdsDefault(QomObject object) {
        return defaultValue != null && (getter == null || getter.applyAsLong(object) == defaultValue);
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        readLong(visitor, field);
    }

    private long readLong(InputVisitor visitor, String field) {
        return integer == null ? visitor.readSize(field) : integer.readLong(visitor, field);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        set(object, readLong(visitor, field), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        long value = get(object);
        if (integer == null) {
            visitor.writeSize(field, value);
        } else {
            integer.writeLong(visitor, field, value);
        }
    }

    /** A property being declared. */
    public static final class Builder extends PropertyBuilder<Builder> {
        private final ValueType type;
        private final @Nullable ToLongFunction<QomObject> getter;
        private final @Nullable ObjLongConsumer<QomObject> setter;
        private @Nullable Long defaultValue;

        private Builder(
                String name,
                ValueType type,
                @Nullable ToLongFunction<QomObject> getter,
                @Nullable ObjLongConsumer<QomObject> setter) {
            super(name);
            if (!(type instanceof IntType || type instanceof SizeType)) {
                throw new IllegalArgumentException("property '" + name + "' is no integer but " + type.wireName());
            }
            this.type = type;
            this.getter = getter;
            this.setter = setter;
        }

        /**
         * Gives the value that new objects start with; needs a setter.
         *
         * @throws io.qom4j.core.error.ValueException if it is out of the type's range
         */
        public Builder defaultValue(long value) {
            requireSetter(setter);
            if (type instanceof IntType integer) {
                integer.check(name(), value);
            }
            defaultValue = value;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public IntegerProperty build(@Nullable String declaredBy, int slot) {
            return new IntegerProperty(this, declaredBy, slot);
        }
    }
}
