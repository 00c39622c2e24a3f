// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the kind of property that a member is. */
final class PropertyKinds {
    private static final String HOLDABLE =
            "use boolean, byte, short, int, long, float, double, String, an enum, int[], long[],"
                    + " LocalDateTime, a record, a List of these, or a sub-class of QomObject";

    private PropertyKinds() {}

    /** Returns the kind, or null if there is none, which is then a mistake. */
    static @Nullable PropertyKind<?> of(Member member, Class<?> javaType, QomProperty property, Mistakes mistakes) {
        try {
            PropertyKind<?> kind = find(member, javaType, property);
            if (kind == null) {
                mistakes.add(member, "is of type " + javaType.getTypeName() + ", which no property holds; " + HOLDABLE);
                return null;
            }
            for (Attribute attribute : Attribute.values()) {
                if (attribute.isGivenIn(property) && !kind.attributes().contains(attribute)) {
                    mistakes.add(
                            member, "says '" + attribute + "', which means nothing for " + kind.words() + "; drop it");
                }
            }
            return kind;
        } catch (IllegalArgumentException e) {
            mistakes.add(member, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static @Nullable PropertyKind<?> find(Member member, Class<?> javaType, QomProperty property) {
        if (javaType == boolean.class) {
            return new BoolKind();
        }
        if (IntegerKind.holds(javaType)) {
            return IntegerKind.of(javaType, property);
        }
        if (javaType == double.class || javaType == float.class) {
            return new NumberKind();
        }
        if (javaType == String.class) {
            return new StringKind();
        }
        if (javaType.isEnum()) {
            return EnumKind.of(javaType, property);
        }
        if (javaType == int[].class || javaType == long[].class) {
            return ListKind.of(javaType.componentType(), property);
        }
        if (javaType == LocalDateTime.class) {
            return new TimeKind();
        }
        if (javaType.isRecord() || javaType == List.class) {
            return CodecKind.of(genericTypeOf(member), property);
        }
        return QomObject.class.isAssignableFrom(javaType)
                ? LinkKind.of(javaType.asSubclass(QomObject.class), property)
                : null;
    }

    private static Type genericTypeOf(Member member) {
        return member instanceof Field field ? field.getGenericType() : ((Method) member).getGenericReturnType();
    }
}
