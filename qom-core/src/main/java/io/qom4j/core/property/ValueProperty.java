// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds a value read and written by a {@link Codec}: a list, a struct, a time.
 *
 * <p>Immutable if its values are. QEMU: qom/object.c, object_class_property_add.
 *
 * @param <V> the Java class of the value
 */
public final class ValueProperty<V> extends Property {
    private final Codec<V> codec;
    private final @Nullable Function<QomObject, V> getter;
    private final @Nullable BiConsumer<QomObject, V> setter;
    private final @Nullable V defaultValue;

    private ValueProperty(Builder<V> builder, @Nullable String declaredBy, int slot) {
        super(builder, builder.codec.type(), declaredBy, slot);
        codec = builder.codec;
        getter = builder.getter;
        setter = builder.setter;
        defaultValue = builder.defaultValue;
    }

    private ValueProperty(ValueProperty<V> from, V defaultValue) {
        super(from);
        codec = from.codec;
        getter = from.getter;
        setter = from.setter;
        this.defaultValue = defaultValue;
    }

    /**
     * Starts a declaration.
     *
     * @param codec reads and writes the value
     * @param getter reads the value, or null if it cannot be read
     * @param setter stores the value, or null if it cannot be written
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public static <T extends QomObject, V> Builder<V> of(
            String name,
            Codec<V> codec,
            @Nullable Function<? super T, V> getter,
            @Nullable BiConsumer<? super T, V> setter) {
        return new Builder<>(name, codec, (Function<QomObject, V>) getter, (BiConsumer<QomObject, V>) setter);
    }

    /** Returns the value. */
    public V get(QomObject object) {
        if (getter == null) {
            throw notReadable(object);
        }
        return getter.apply(object);
    }

    /** Sets the value on behalf of Java code. */
    public void set(QomObject object, V value) {
        set(object, value, Origins.API);
    }

    /**
     * Sets the value.
     *
     * @throws io.qom4j.core.error.PropertyException if the property is not writable, or not any more
     */
    public void set(QomObject object, V value, Origin origin) {
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
    @SuppressWarnings("unchecked") // writing it has shown that it fits
    public ValueProperty<V> withDefault(Object value) {
        try {
            codec.write(new JsonOutputVisitor(), null, (V) value);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("property '" + name() + "' cannot have the default " + value, e);
        }
        if (setter == null) {
            throw new IllegalArgumentException("property '" + name() + "' cannot be set, so it cannot have a default");
        }
        return new ValueProperty<>(this, (V) value);
    }

    @Override
    public void writeDefault(OutputVisitor visitor, @Nullable String field) {
        if (defaultValue != null) {
            codec.write(visitor, field, defaultValue);
        }
    }

    @Override
    public void applyDefault(QomObject object) {
        if (defaultValue != null && setter != null) {
            setter.accept(object, defaultValue);
        }
    }

    @Override
    public boolean holdsDefault(QomObject object) {
        return defaultValue != null && (getter == null || Objects.deepEquals(getter.apply(object), defaultValue));
    }

    @Override
    public void check(InputVisitor visitor, String field) {
        codec.read(visitor, field);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        set(object, codec.read(visitor, field), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        codec.write(visitor, field, get(object));
    }

    /**
     * A property being declared.
     *
     * @param <V> the Java class of the value
     */
    public static final class Builder<V> extends PropertyBuilder<Builder<V>> {
        private final Codec<V> codec;
        private final @Nullable Function<QomObject, V> getter;
        private final @Nullable BiConsumer<QomObject, V> setter;
        private @Nullable V defaultValue;

        private Builder(
                String name,
                Codec<V> codec,
                @Nullable Function<QomObject, V> getter,
                @Nullable BiConsumer<QomObject, V> setter) {
            super(name);
            this.codec = codec;
            this.getter = getter;
            this.setter = setter;
        }

        /** Gives the value that new objects start with; needs a setter. */
        public Builder<V> defaultValue(V value) {
            requireSetter(setter);
            defaultValue = Objects.requireNonNull(value, "value");
            return this;
        }

        @Override
        Builder<V> self() {
            return this;
        }

        @Override
        public ValueProperty<V> build(@Nullable String declaredBy, int slot) {
            return new ValueProperty<>(this, declaredBy, slot);
        }
    }
}
