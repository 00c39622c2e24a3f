// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.QomObject;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.Property;
import io.qom4j.core.visit.InputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Values of properties in their plainest form: numbers for sizes and durations, as Java values for JSON.
 *
 * <p>All methods are pure.
 *
 * <p>Thread-safe: it has no state.
 */
public final class PlainValue {
    private PlainValue() {}

    /** Returns the value that an object's property has. */
    public static @Nullable Object of(Property property, QomObject object) {
        JsonOutputVisitor output = new JsonOutputVisitor();
        property.get(object, output, null);
        return output.value();
    }

    /** Returns the value that a visitor holds for a property. */
    public static @Nullable Object of(Property property, InputVisitor input) {
        JsonOutputVisitor output = new JsonOutputVisitor();
        property.type().write(output, null, property.type().read(input, property.name()));
        return output.value();
    }

    /** Tells whether a plain value is what the property's declaration gives. */
    public static boolean isDefault(Property property, @Nullable Object value) {
        if (property.defaultValue() == null) {
            return false;
        }
        JsonOutputVisitor declared = new JsonOutputVisitor();
        property.writeDefault(declared, null);
        return areSame(declared.value(), value);
    }

    /** Tells whether two values are the same in JSON. */
    public static boolean areSame(@Nullable Object one, @Nullable Object other) {
        return text(one).equals(text(other));
    }

    /** Returns a value as compact JSON. */
    public static String text(@Nullable Object value) {
        return JsonDocument.of(value).toString();
    }
}
