// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds a string.
 *
 * <p>Immutable. QEMU: qom/object.c, object_class_property_add_str.
 */
public final class StringProperty extends Property {
    private final @Nullable Function<QomObject, @Nullable String> getter;
    private final @Nullable BiConsumer<QomObject, String> setter;
    private final @Nullable String defaultValue;

    private StringProperty(Builder builder, @Nullable String declaredBy, int slot) {
        super(builder, ValueType.string(), declaredBy, slot);
        getter = builder.getter;
        setter = builder.setter;
        defaultValue = builder.defaultValue;
    }

    private StringProperty(StringProperty from, String defaultValue) {
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
            String name,
            @Nullable Function<? super T, ? extends @Nullable String> getter,
            @Nullable BiConsumer<? super T, String> setter) {
        return new Builder(
                name, (Function<QomObject, @Nullable String>) getter, (BiConsumer<QomObject, String>) setter);
    }

    /** Returns the value; null if there is none, which the wire shows as the empty string. */
    public @Nullable String get(QomObject object) {
        if (getter == null) {
            throw notReadable(object);
        }
        return getter.apply(object);
    }

    /** Sets the value on behalf of Java code. */
    public void set(QomObject object, String value) {
        set(object, value, Origins.API);
    }

    /**
     * Sets the value.
     *
     * @throws io.qom4j.core.error.PropertyException if the property is not writable, or not any more
     */
    public void set(QomObject object, String value, Origin origin) {
        if (setter == null) {
            throw notWritable(object);
        }
        Objects.requireNonNull(value, "value");
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
    public StringProperty withDefault(Object value) {
        if (setter == null || !(value instanceof String fitting)) {
            throw new IllegalArgumentException("property '" + name() + "' cannot have the default " + value);
        }
        return new StringProperty(this, fitting);
    }

    @Override
    public void applyDefault(QomObject object) {
        if (defaultValue != null && setter != null) {
            setter.accept(object, defaultValue);
        }
    }

    @Override
    public boolean holdsDefault(QomObject object) {
        return defaultValue != null && (getter == null || defaultValue.equals(getter.apply(object)));
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        visitor.readString(field);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        set(object, visitor.readString(field), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        visitor.writeString(field, get(object));
    }

    /** A property being declared. */
    public static final class Builder extends PropertyBuilder<Builder> {
        private final @Nullable Function<QomObject, @Nullable String> getter;
        private final @Nullable BiConsumer<QomObject, String> setter;
        private @Nullable String defaultValue;

        private Builder(
                String name,
                @Nullable Function<QomObject, @Nullable String> getter,
                @Nullable BiConsumer<QomObject, String> setter) {
            super(name);
            this.getter = getter;
            this.setter = setter;
        }

        /** Gives the value that new objects start with; needs a setter. */
        public Builder defaultValue(String value) {
            requireSetter(setter);
            defaultValue = Objects.requireNonNull(value, "value");
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public StringProperty build(@Nullable String declaredBy, int slot) {
            return new StringProperty(this, declaredBy, slot);
        }
    }
}
