// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.BoolSetter;
import io.qom4j.core.property.Codec;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.NumberProperty;
import io.qom4j.core.property.PropertyBuilder;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.property.StringProperty;
import io.qom4j.core.property.UnsignedListCodec;
import io.qom4j.core.property.ValueProperty;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.ValueType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A place where properties are declared, with a method for each kind.
 *
 * <p>Each method takes the accessors, usually method references, and returns a builder on which description, default, unit
 * and {@link io.qom4j.core.property.Settable} may be said. A null getter makes the property unreadable, a null setter
 * unwritable. Confined to the thread that declares.
 */
public interface PropertyDeclarations {
    /** Declares a property from its builder. */
    <B extends PropertyBuilder<B>> B declare(B property);

    /** Declares a boolean. QEMU: qom/object.c, object_class_property_add_bool. */
    default <T extends QomObject> BoolProperty.Builder addBool(
            String name, @Nullable Predicate<? super T> getter, @Nullable BoolSetter<? super T> setter) {
        return declare(BoolProperty.<T>of(name, getter, setter));
    }

    /** Declares an integer of a given width, sign and range. QEMU: object_class_property_add_uint32_ptr and its sisters. */
    default <T extends QomObject> IntegerProperty.Builder addInteger(
            String name,
            IntType type,
            @Nullable ToLongFunction<? super T> getter,
            @Nullable ObjLongConsumer<? super T> setter) {
        return declare(IntegerProperty.<T>of(name, type, getter, setter));
    }

    /** Declares a size in bytes, unsigned 64 bits. */
    default <T extends QomObject> IntegerProperty.Builder addSize(
            String name, @Nullable ToLongFunction<? super T> getter, @Nullable ObjLongConsumer<? super T> setter) {
        return declare(IntegerProperty.<T>of(name, ValueType.size(), getter, setter));
    }

    /** Declares a floating-point number. */
    default <T extends QomObject> NumberProperty.Builder addNumber(
            String name, @Nullable ToDoubleFunction<? super T> getter, @Nullable ObjDoubleConsumer<? super T> setter) {
        return declare(NumberProperty.<T>of(name, getter, setter));
    }

    /** Declares a string. QEMU: qom/object.c, object_class_property_add_str. */
    default <T extends QomObject> StringProperty.Builder addString(
            String name,
            @Nullable Function<? super T, ? extends @Nullable String> getter,
            @Nullable BiConsumer<? super T, String> setter) {
        return declare(StringProperty.<T>of(name, getter, setter));
    }

    /**
     * Declares a word of a closed set. QEMU: qom/object.c, object_class_property_add_enum.
     *
     * @param wireName the set's name on the wire
     * @param constants the enum whose constants are the words
     */
    default <T extends QomObject, E extends Enum<E>> EnumProperty.Builder<E> addEnum(
            String name,
            String wireName,
            Class<E> constants,
            @Nullable Function<? super T, E> getter,
            @Nullable BiConsumer<? super T, E> setter) {
        return declare(EnumProperty.<T, E>of(name, wireName, constants, getter, setter));
    }

    /** Declares a value of any class, read and written by a codec. QEMU: qom/object.c, object_class_property_add. */
    default <T extends QomObject, V> ValueProperty.Builder<V> addValue(
            String name,
            Codec<V> codec,
            @Nullable Function<? super T, V> getter,
            @Nullable BiConsumer<? super T, V> setter) {
        return declare(ValueProperty.<T, V>of(name, codec, getter, setter));
    }

    /** Declares a list of unsigned 16-bit integers, in Java {@code long[]}. */
    default <T extends QomObject> ValueProperty.Builder<long[]> addUint16List(
            String name, @Nullable Function<? super T, long[]> getter, @Nullable BiConsumer<? super T, long[]> setter) {
        return addValue(name, UnsignedListCodec.of(Short.SIZE), getter, setter);
    }

    /**
     * Declares a former name of a property that is declared before or inherited: it still works, with a warning.
     *
     * @param formerName the name that is no longer wanted
     * @param presentName the name to use instead
     */
    default RenamedProperty.Builder addRenamed(String formerName, String presentName) {
        return declare(RenamedProperty.of(formerName, presentName));
    }

    /**
     * Declares a strong link. QEMU: qom/object.c, object_class_property_add_link.
     *
     * @param targetType the type that targets must have
     * @param targetClass the Java class of that type
     */
    default <S extends QomObject, T extends QomObject> LinkProperty.Builder<T> addLink(
            String name,
            String targetType,
            Class<T> targetClass,
            Function<? super S, ? extends @Nullable T> getter,
            @Nullable BiConsumer<? super S, @Nullable T> setter) {
        return declare(LinkProperty.<S, T>of(name, targetType, targetClass, getter, setter));
    }
}
