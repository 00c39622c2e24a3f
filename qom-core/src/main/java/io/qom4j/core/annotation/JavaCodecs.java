// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.property.Codec;
import io.qom4j.core.property.ListCodec;
import io.qom4j.core.property.ScalarCodec;
import io.qom4j.core.property.TimeCodec;
import io.qom4j.core.value.ValueType;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs that go with Java types, boxed: for members of structs and elements of lists. */
final class JavaCodecs {
    private static final String HOLDABLE =
            "use boolean, byte, short, int, long, double, String, an enum, LocalDateTime, a record, or a List of these";

    private JavaCodecs() {}

    /**
     * Returns the codec for a Java type.
     *
     * @param property what an annotation says about it, or null
     * @throws IllegalArgumentException if no struct or list holds such values; the text continues the name of a member
     */
    @SuppressWarnings("unchecked") // a codec of a type is only ever given values of that type
    static Codec<Object> of(Type javaType, @Nullable QomProperty property) {
        if (javaType instanceof ParameterizedType list && list.getRawType() == List.class) {
            return (Codec<Object>) (Codec<?>) new ListCodec<>(of(list.getActualTypeArguments()[0], property));
        }
        Codec<?> codec = javaType instanceof Class<?> plain ? of(plain, property) : null;
        if (codec == null) {
            throw new IllegalArgumentException(
                    "is of type " + javaType.getTypeName() + ", which no struct holds; " + HOLDABLE);
        }
        return (Codec<Object>) codec;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the branch has seen that it is an enum
    private static @Nullable Codec<?> of(Class<?> boxed, @Nullable QomProperty property) {
        Class<?> javaType = MethodType.methodType(boxed).unwrap().returnType();
        if (javaType == boolean.class) {
            return ScalarCodec.of(ValueType.bool(), Boolean.class);
        }
        if (IntegerKind.holds(javaType)) {
            return integer(javaType, property);
        }
        if (javaType == double.class) {
            return ScalarCodec.of(ValueType.number(), Double.class);
        }
        if (javaType == String.class) {
            return ScalarCodec.of(ValueType.string(), String.class);
        }
        if (javaType.isEnum()) {
            return ScalarCodec.ofEnum(javaType.getSimpleName(), (Class) javaType);
        }
        if (javaType == LocalDateTime.class) {
            return TimeCodec.INSTANCE;
        }
        return javaType.isRecord() ? RecordCodec.of(javaType.asSubclass(Record.class)) : null;
    }

    private static Codec<?> integer(Class<?> javaType, @Nullable QomProperty property) {
        ValueType type =
                property == null ? ValueType.signed(bitsOf(javaType)) : IntegerKind.valueType(javaType, property);
        if (javaType == long.class) {
            return ScalarCodec.of(type, Long.class);
        }
        if (javaType == int.class) {
            return ScalarCodec.ofInteger(type, Long::intValue);
        }
        return javaType == short.class
                ? ScalarCodec.ofInteger(type, Long::shortValue)
                : ScalarCodec.ofInteger(type, Long::byteValue);
    }

    private static int bitsOf(Class<?> javaType) {
        return javaType == long.class
                ? Long.SIZE
                : javaType == int.class ? Integer.SIZE : javaType == short.class ? Short.SIZE : Byte.SIZE;
    }
}
