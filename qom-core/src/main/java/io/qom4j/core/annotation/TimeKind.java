// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.TimeCodec;
import io.qom4j.core.property.ValueProperty;
import java.lang.invoke.MethodHandle;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates with times of day. */
final class TimeKind extends PropertyKind<ReferenceAccess<LocalDateTime>> {
    @Override
    String words() {
        return "a time";
    }

    @Override
    Set<Attribute> attributes() {
        return Set.of();
    }

    @Override
    Object parse(String name, String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new ValueException("Parameter '" + name + "' is no date and time such as 2026-01-31T23:59:00");
        }
    }

    @Override
    ReferenceAccess<LocalDateTime> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return ReferenceAccess.bind(getter, setter);
    }

    @Override
    ValueProperty.Builder<LocalDateTime> declare(
            PropertyDeclarations target,
            String name,
            ReferenceAccess<LocalDateTime> accessors,
            boolean isWritable,
            @Nullable Object defaultValue) {
        ValueProperty.Builder<LocalDateTime> builder =
                target.addValue(name, TimeCodec.INSTANCE, accessors, isWritable ? accessors : null);
        return defaultValue instanceof LocalDateTime value ? builder.defaultValue(value) : builder;
    }
}
