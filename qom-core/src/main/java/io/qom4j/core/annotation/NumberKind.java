// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.NumberProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Floating-point numbers. */
final class NumberKind extends PropertyKind<DoubleAccess> {
    @Override
    String words() {
        return "a number";
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of();
    }

    @Override
    Object parse(String name, String text) {
        return visitor(text).readNumber(name);
    }

    @Override
    DoubleAccess bind(MethodHandle getter, @Nullable MethodHandle setter) {
        MethodHandle narrow = setter == null
                ? null
                : MethodHandles.explicitCastArguments(
                        setter,
                        setter.type().changeParameterType(1, double.class).changeReturnType(void.class));
        return Template.DOUBLE.bind(DoubleAccess.class, getterOf(double.class, getter), setterOf(double.class, narrow));
    }

    @Override
    NumberProperty.Builder declare(
            PropertyDeclarations target,
            String name,
            DoubleAccess accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        NumberProperty.Builder builder = target.addNumber(name, accessors, isWritable ? accessors : null);
        return defaultValue instanceof Double value ? builder.defaultValue(value) : builder;
    }
}
