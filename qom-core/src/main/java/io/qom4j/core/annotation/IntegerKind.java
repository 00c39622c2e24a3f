// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.ValueType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Integers of each width and sign, and sizes. */
final class IntegerKind extends PropertyKind<LongAccess> {
    private static final Map<Class<?>, Integer> WIDTHS =
            Map.of(byte.class, Byte.SIZE, short.class, Short.SIZE, int.class, Integer.SIZE, long.class, Long.SIZE);

    private final ValueType type;

    private IntegerKind(ValueType type) {
        this.type = type;
    }

    static boolean holds(Class<?> javaType) {
        return WIDTHS.containsKey(javaType);
    }

    /**
     * Returns the kind of a member.
     *
     * @throws IllegalArgumentException if the annotation asks for what the Java type cannot hold
     */
    static IntegerKind of(Class<?> javaType, QomProperty property) {
        return new IntegerKind(valueType(javaType, property));
    }

    /** Returns the type of an integer or a size. */
    static ValueType valueType(Class<?> javaType, QomProperty property) {
        if (property.size()) {
            if (javaType != long.class) {
                throw new IllegalArgumentException(
                        "is a size, which has 64 bits, but of type " + javaType + "; make it a long");
            }
            return ValueType.size();
        }
        return typeOf(javaType, property);
    }

    /** Returns the type of a single integer, or of the elements of a list. */
    static IntType typeOf(Class<?> javaType, QomProperty property) {
        int width = WIDTHS.getOrDefault(javaType, 0);
        int bits = property.bits() == 0 ? width : property.bits();
        if (bits != Byte.SIZE && bits != Short.SIZE && bits != Integer.SIZE && bits != Long.SIZE) {
            throw new IllegalArgumentException("has bits = " + bits + "; an integer has 8, 16, 32 or 64");
        }
        if (bits > width) {
            throw new IllegalArgumentException(
                    "has bits = " + bits + ", but its type " + javaType + " holds " + width + "; use a wider type");
        }
        IntType full = property.unsigned() ? ValueType.unsigned(bits) : ValueType.signed(bits);
        boolean hasMin = Attribute.MIN.isGivenIn(property);
        boolean hasMax = Attribute.MAX.isGivenIn(property);
        long min = hasMin ? property.min() : full.min();
        long max = hasMax ? property.max() : full.max();
        boolean isNegative = property.unsigned() && ((hasMin && min < 0) || (hasMax && max < 0));
        if (isNegative || !full.contains(min) || !full.contains(max)) {
            throw new IllegalArgumentException("has a range beyond that of " + full.wireName() + ", which is "
                    + full.text(full.min()) + " to " + full.text(full.max()));
        }
        boolean isSwapped = property.unsigned() ? Long.compareUnsigned(min, max) > 0 : min > max;
        if (isSwapped) {
            throw new IllegalArgumentException("has min = " + min + " above max = " + max + "; swap them");
        }
        return full.between(min, max);
    }

    @Override
    String words() {
        return type instanceof SizeType ? "a size" : "an integer";
    }

    @Override
    Set<Attribute> attributes() {
        return type instanceof SizeType
                ? Set.of(Attribute.SIZE)
                : Set.of(Attribute.SIZE, Attribute.UNSIGNED, Attribute.BITS, Attribute.MIN, Attribute.MAX);
    }

    @Override
    Object parse(String name, String text) {
        return type instanceof IntType integer
                ? integer.readLong(visitor(text), name)
                : visitor(text).readSize(name);
    }

    @Override
    LongAccess bind(MethodHandle getter, @Nullable MethodHandle setter) {
        Class<?> javaType = getter.type().returnType();
        boolean isUnsigned = type instanceof IntType integer && !integer.isSigned();
        MethodHandle wide = isUnsigned ? MethodHandles.filterReturnValue(getter, zeroExtension(javaType)) : getter;
        MethodHandle narrow = setter == null
                ? null
                : MethodHandles.explicitCastArguments(
                        setter, setter.type().changeParameterType(1, long.class).changeReturnType(void.class));
        return Template.LONG.bind(LongAccess.class, getterOf(long.class, wide), setterOf(long.class, narrow));
    }

    private static MethodHandle zeroExtension(Class<?> javaType) {
        if (javaType == long.class) {
            return MethodHandles.identity(long.class);
        }
        Class<?> box = MethodType.methodType(javaType).wrap().returnType();
        try {
            return MethodHandles.publicLookup()
                    .findStatic(box, "toUnsignedLong", MethodType.methodType(long.class, javaType));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(box + " has no toUnsignedLong", e);
        }
    }

    @Override
    IntegerProperty.Builder declare(
            PropertyDeclarations target,
            String name,
            LongAccess accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        LongAccess setter = isWritable ? accessors : null;
        IntegerProperty.Builder builder = type instanceof IntType integer
                ? target.addInteger(name, integer, accessors, setter)
                : target.addSize(name, accessors, setter);
        return defaultValue instanceof Long value ? builder.defaultValue(value) : builder;
    }
}
