// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.Codec;
import io.qom4j.core.property.ValueProperty;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.ListType;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Structs, which Java holds in records, and lists of anything. */
final class CodecKind extends PropertyKind<ReferenceAccess<Object>> {
    private final Codec<Object> codec;

    private CodecKind(Codec<Object> codec) {
        this.codec = codec;
    }

    /**
     * Returns the kind of a member.
     *
     * @throws IllegalArgumentException if neither a record nor a list of what structs hold
     */
    static CodecKind of(Type javaType, QomProperty property) {
        return new CodecKind(JavaCodecs.of(javaType, property));
    }

    @Override
    String words() {
        return codec.type() instanceof ListType ? "a list" : "a struct";
    }

    @Override
    Set<Attribute> attributes() {
        return codec.type() instanceof ListType list && list.element() instanceof IntType
                ? Set.of(Attribute.UNSIGNED, Attribute.BITS, Attribute.MIN, Attribute.MAX)
                : Set.of();
    }

    @Override
    Object parse(String name, String text) {
        return codec.read(visitor(text), name);
    }

    @Override
    ReferenceAccess<Object> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return ReferenceAccess.bind(getter, setter);
    }

    @Override
    ValueProperty.Builder<Object> declare(
            PropertyDeclarations target,
            String name,
            ReferenceAccess<Object> accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        ValueProperty.Builder<Object> builder = target.addValue(name, codec, accessors, isWritable ? accessors : null);
        return defaultValue == null ? builder : builder.defaultValue(defaultValue);
    }
}
