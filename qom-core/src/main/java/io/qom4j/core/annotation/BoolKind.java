// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.BoolProperty;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Booleans. */
final class BoolKind extends PropertyKind<BoolAccess> {
    @Override
    String words() {
        return "a boolean";
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of();
    }

    @Override
    Object parse(String name, String text) {
        return visitor(text).readBool(name);
    }

    @Override
    BoolAccess bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return Template.BOOL.bind(BoolAccess.class, getterOf(boolean.class, getter), setterOf(boolean.class, setter));
    }

    @Override
    BoolProperty.Builder declare(
            PropertyDeclarations target,
            String name,
            BoolAccess accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        BoolProperty.Builder builder = target.addBool(name, accessors, isWritable ? accessors : null);
        return defaultValue instanceof Boolean value ? builder.defaultValue(value) : builder;
    }
}
