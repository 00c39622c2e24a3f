// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.property.StringProperty;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strings. */
final class StringKind extends PropertyKind<ReferenceAccess<String>> {
    @Override
    String words() {
        return "a string";
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of();
    }

    @Override
    Object parse(String name, String text) {
        return text;
    }

    @Override
    ReferenceAccess<String> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return ReferenceAccess.bind(getter, setter);
    }

    @Override
    StringProperty.Builder declare(
            PropertyDeclarations target,
            String name,
            ReferenceAccess<String> accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        StringProperty.Builder builder = target.addString(name, accessors, isWritable ? accessors : null);
        return defaultValue instanceof String value ? builder.defaultValue(value) : builder;
    }
}
