// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds a word of a closed set, in Java a constant of an enum.
 *
 * <p>The word of a constant is its {@code toString()} where the enum overrides it, else its name in lower case with
 * {@code -} for {@code _}. Immutable. QEMU: qom/object.c, object_class_property_add_enum.
 *
 * @param <E> the enum
 */
public final class EnumProperty<E extends Enum<E>> extends Property {
    private final List<E> constants;
    private final Map<E, String> wordsByConstant;
    private final EnumType words;
    private final @Nullable Function<QomObject, E> getter;
    private final @Nullable BiConsumer<QomObject, E> setter;
    private final @Nullable E defaultValue;

    private EnumProperty(Builder<E> builder, @Nullable String declaredBy, int slot) {
        super(builder, builder.words, declaredBy, slot);
        constants = builder.constants;
        wordsByConstant = builder.wordsByConstant;
        words = builder.words;
        getter = builder.getter;
        setter = builder.setter;
        defaultValue = builder.defaultValue;
    }

    private EnumProperty(EnumProperty<E> from, E defaultValue) {
        super(from);
        constants = from.constants;
        wordsByConstant = from.wordsByConstant;
        words = from.words;
        getter = from.getter;
        setter = from.setter;
        this.defaultValue = defaultValue;
    }

    /**
     * Starts a declaration.
     *
     * @param wireName the set's name on the wire, for example {@code HostMemPolicy}
     * @param constants the enum
     * @param getter reads the value, or null if it cannot be read
     * @param setter stores the value, or null if it cannot be written
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public static <T extends QomObject, E extends Enum<E>> Builder<E> of(
            String name,
            String wireName,
            Class<E> constants,
            @Nullable Function<? super T, E> getter,
            @Nullable BiConsumer<? super T, E> setter) {
        return new Builder<>(
                name, wireName, constants, (Function<QomObject, E>) getter, (BiConsumer<QomObject, E>) setter);
    }

    /** Returns the word that stands for a constant. */
    public static String word(Enum<?> constant) {
        String text = constant.toString();
        return text.equals(constant.name()) ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text;
    }

    /** Returns the value. */
    public E get(QomObject object) {
        if (getter == null) {
            throw notReadable(object);
        }
        return getter.apply(object);
    }

    /** Sets the value on behalf of Java code. */
    public void set(QomObject object, E value) {
        set(object, value, Origins.API);
    }

    /**
     * Sets the value.
     *
     * @throws io.qom4j.core.error.PropertyException if the property is not writable, or not any more
     */
    public void set(QomObject object, E value, Origin origin) {
        if (setter == null) {
            throw notWritable(object);
        }
        Objects.requireNonNull(value, "value");
        checkSettable(object);
        setter.accept(object, value);
        object.changed(this, origin);
    }

    /**
     * Sets the value without knowing its class.
     *
     * @throws ValueException if it is no constant of the property's enum
     */
    public void setUnchecked(QomObject object, Enum<?> value) {
        for (E constant : constants) {
            if (constant == value) {
                set(object, constant, Origins.API);
                return;
            }
        }
        throw new ValueException("Property " + name() + " on " + object.typeName() + " is not '"
                + value.getDeclaringClass().getSimpleName() + "' enum type");
    }

    private String wordOf(E constant) {
        return Objects.requireNonNull(wordsByConstant.get(constant));
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
        return defaultValue == null ? null : wordOf(defaultValue);
    }

    @Override
    public EnumProperty<E> withDefault(Object value) {
        for (E constant : constants) {
            if (constant.equals(value) && setter != null) {
                return new EnumProperty<>(this, constant);
            }
        }
        throw new IllegalArgumentException("property '" + name() + "' cannot have the default " + value);
    }

    @Override
    public void applyDefault(QomObject object) {
        if (defaultValue != null && setter != null) {
            setter.accept(object, defaultValue);
        }
    }

    @Override
    public boolean holdsDefault(QomObject object) {
        return defaultValue != null && (getter == null || getter.apply(object) == defaultValue);
    }

    @Override
    void accept(QomObject object, InputVisitor visitor, String field, Origin origin) {
        set(object, constants.get(words.ordinal(field, visitor.readString(field))), origin);
    }

    @Override
    void emit(QomObject object, OutputVisitor visitor, @Nullable String field) {
        visitor.writeEnum(field, wordOf(get(object)));
    }

    /**
     * An enum property being declared.
     *
     * @param <E> the enum
     */
    public static final class Builder<E extends Enum<E>> extends PropertyBuilder<Builder<E>> {
        private final List<E> constants;
        private final Map<E, String> wordsByConstant;
        private final EnumType words;
        private final @Nullable Function<QomObject, E> getter;
        private final @Nullable BiConsumer<QomObject, E> setter;
        private @Nullable E defaultValue;

        private Builder(
                String name,
                String wireName,
                Class<E> constants,
                @Nullable Function<QomObject, E> getter,
                @Nullable BiConsumer<QomObject, E> setter) {
            super(name);
            this.constants = List.of(constants.getEnumConstants());
            this.wordsByConstant = new EnumMap<>(constants);
            this.constants.forEach(constant -> wordsByConstant.put(constant, word(constant)));
            this.words = new EnumType(wireName, List.copyOf(wordsByConstant.values()));
            this.getter = getter;
            this.setter = setter;
        }

        /** Gives the value that new objects start with; needs a setter. */
        public Builder<E> defaultValue(E value) {
            requireSetter(setter);
            defaultValue = Objects.requireNonNull(value, "value");
            return this;
        }

        @Override
        Builder<E> self() {
            return this;
        }

        @Override
        public EnumProperty<E> build(@Nullable String declaredBy, int slot) {
            return new EnumProperty<>(this, declaredBy, slot);
        }
    }
}
