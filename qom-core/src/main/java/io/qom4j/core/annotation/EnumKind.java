// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.value.EnumType;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of a closed set: constants of an enum.
 *
 * @param <E> the enum
 */
final class EnumKind<E extends Enum<E>> extends PropertyKind<ReferenceAccess<E>> {
    private final Class<E> constants;
    private final String wireName;

    private EnumKind(Class<E> constants, String wireName) {
        this.constants = constants;
        this.wireName = wireName;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the caller has seen that it is an enum
    static EnumKind<?> of(Class<?> constants, QomProperty property) {
        return new EnumKind(constants, property.typeName().isEmpty() ? constants.getSimpleName() : property.typeName());
    }

    @Override
    String words() {
        return "a word of " + wireName;
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of();
    }

    @Override
    Object parse(String name, String text) {
        E[] all = constants.getEnumConstants();
        EnumType words = new EnumType(
                wireName, Arrays.stream(all).map(EnumProperty::word).toList());
        return all[words.ordinal(name, text)];
    }

    @Override
    ReferenceAccess<E> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return ReferenceAccess.bind(getter, setter);
    }

    @Override
    EnumProperty.Builder<E> declare(
            PropertyDeclarations target,
            String name,
            ReferenceAccess<E> accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        EnumProperty.Builder<E> builder =
                target.addEnum(name, wireName, constants, accessors, isWritable ? accessors : null);
        return defaultValue == null ? builder : builder.defaultValue(constants.cast(defaultValue));
    }
}
