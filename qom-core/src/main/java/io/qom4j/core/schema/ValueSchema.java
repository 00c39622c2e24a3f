// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.schema;

import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.value.AnyType;
import io.qom4j.core.value.BoolType;
import io.qom4j.core.value.ChildType;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.NumberType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.StringType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of values: what stands behind a name in a document.
 *
 * <p>Immutable.
 */
final class ValueSchema {
    static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private final boolean withEnvironment;

    /**
     * Makes a maker.
     *
     * @param withEnvironment whether a value may come from the environment
     */
    ValueSchema(boolean withEnvironment) {
        this.withEnvironment = withEnvironment;
    }

    /** Returns the schema of a type's values; of quantities if there is a scale. */
    Map<String, @Nullable Object> of(ValueType type, @Nullable Scale scale) {
        Map<String, @Nullable Object> plain = plain(type, scale);
        if (!withEnvironment || type instanceof ListType || type instanceof StructType || type instanceof AnyType) {
            return plain;
        }
        Map<String, @Nullable Object> either = new LinkedHashMap<>();
        either.put("anyOf", List.of(plain, Members.of("$ref", "#/$defs/environment")));
        return either;
    }

    private Map<String, @Nullable Object> plain(ValueType type, @Nullable Scale scale) {
        return switch (type) {
            case BoolType bool -> only("boolean");
            case IntType integer ->
                scale == null
                        ? number("integer", least(integer), most(integer))
                        : quantity(scale, least(integer), most(integer));
            case SizeType size -> quantity(Scale.BYTES, BigInteger.ZERO, UINT64_MAX);
            case NumberType number -> only("number");
            case StringType string -> only("string");
            case LinkType link -> only("string");
            case ChildType child -> only("string");
            case EnumType words -> {
                Map<String, @Nullable Object> schema = new LinkedHashMap<>();
                schema.put("enum", words.words());
                yield schema;
            }
            case ListType list -> {
                Map<String, @Nullable Object> schema = only("array");
                schema.put("items", of(list.element(), null));
                yield schema;
            }
            case StructType struct -> struct(struct);
            case AnyType any -> new LinkedHashMap<>();
        };
    }

    private Map<String, @Nullable Object> struct(StructType struct) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (StructType.Member member : struct.members()) {
            members.put(member.name(), of(member.type(), null));
            if (!member.isOptional()) {
                required.add(member.name());
            }
        }
        Map<String, @Nullable Object> schema = only("object");
        schema.put("properties", members);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static BigInteger least(IntType type) {
        return type.isSigned() ? BigInteger.valueOf(type.min()) : unsigned(type.min());
    }

    private static BigInteger most(IntType type) {
        return type.isSigned() ? BigInteger.valueOf(type.max()) : unsigned(type.max());
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static Map<String, @Nullable Object> only(String type) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    private static Map<String, @Nullable Object> number(Object type, BigInteger least, BigInteger most) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("minimum", least);
        schema.put("maximum", most);
        return schema;
    }

    /** A number, or text with a unit; text is never negative. */
    private static Map<String, @Nullable Object> quantity(Scale scale, BigInteger least, BigInteger most) {
        if (most.signum() < 0) {
            return number("integer", least, most);
        }
        Map<String, @Nullable Object> schema = number(List.of("integer", "string"), least, most);
        QuantityPattern pattern = new QuantityPattern(scale);
        schema.put("pattern", pattern.atMost(most));
        if (least.signum() > 0) {
            schema.put("allOf", List.of(Members.of("pattern", pattern.atLeast(least))));
        }
        schema.put("patternErrorMessage", "Expected " + scale.describe() + ".");
        return schema;
    }
}
