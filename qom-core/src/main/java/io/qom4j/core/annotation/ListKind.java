// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.UnsignedListCodec;
import io.qom4j.core.property.ValueProperty;
import io.qom4j.core.value.IntType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of integers, which are copied on the way in and out, so that nobody shares an array with an object. */
final class ListKind extends PropertyKind<ReferenceAccess<long[]>> {
    private final UnsignedListCodec codec;

    private ListKind(IntType element) {
        codec = new UnsignedListCodec(element);
    }

    /**
     * Returns the kind of a member.
     *
     * @throws IllegalArgumentException if the annotation asks for what the Java type cannot hold
     */
    static ListKind of(Class<?> elementType, QomProperty property) {
        return new ListKind(IntegerKind.typeOf(elementType, property));
    }

    @Override
    String words() {
        return "a list of integers";
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of(Attribute.UNSIGNED, Attribute.BITS, Attribute.MIN, Attribute.MAX);
    }

    @Override
    Object parse(String name, String text) {
        return codec.read(visitor(text), name);
    }

    @Override
    ReferenceAccess<long[]> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        Class<?> javaType = getter.type().returnType();
        boolean isUnsigned = !codec.element().isSigned();
        MethodHandle out = MethodHandles.filterReturnValue(
                getter, conversion(isUnsigned ? "widenUnsigned" : "widen", javaType, long[].class));
        MethodHandle in = setter == null
                ? null
                : MethodHandles.filterArguments(setter, 1, conversion("narrow", long[].class, javaType));
        return ReferenceAccess.bind(out, in);
    }

    private static MethodHandle conversion(String method, Class<?> from, Class<?> to) {
        String name = from == to ? "copy" : method;
        try {
            return MethodHandles.lookup().findStatic(ListKind.class, name, MethodType.methodType(to, from));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No way from " + from + " to " + to, e);
        }
    }

    static long[] copy(long @Nullable [] values) {
        return values == null ? new long[0] : values.clone();
    }

    static long[] widen(int @Nullable [] values) {
        return values == null
                ? new long[0]
                : Arrays.stream(values).asLongStream().toArray();
    }

    static long[] widenUnsigned(int @Nullable [] values) {
        return values == null
                ? new long[0]
                : Arrays.stream(values).mapToLong(Integer::toUnsignedLong).toArray();
    }

    static int[] narrow(long[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    @Override
    ValueProperty.Builder<long[]> declare(
            PropertyDeclarations target,
            String name,
            ReferenceAccess<long[]> accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        ValueProperty.Builder<long[]> builder = target.addValue(name, codec, accessors, isWritable ? accessors : null);
        return defaultValue instanceof long[] value ? builder.defaultValue(value) : builder;
    }
}
