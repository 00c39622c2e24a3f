// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.value.SizeType;

/** What people read of a property's value, in the words in which they would write it. */
final class ValueText {
    private static final String NOTHING = "-";

    private ValueText() {}

    /** Returns the value as text; {@code -} where there is none, the refusal in brackets where it cannot be read. */
    static String of(QomObject object, Property property) {
        try {
            return switch (property) {
                case BoolProperty bool -> bool.get(object) ? "on" : "off";
                case IntegerProperty integer -> integer(object, integer);
                default -> orNothing(object.print(property.name(), false));
            };
        } catch (QomException refused) {
            return "<" + refused.getMessage() + ">";
        }
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    /** Returns the declared default as text; {@code none} where there is none. */
    static String defaultOf(Property property) {
        return switch (property.defaultValue()) {
            case null -> "none";
            case Boolean bool -> bool ? "on" : "off";
            case long[] list -> "empty";
            case Object other -> other.toString();
        };
    }

    private static String integer(QomObject object, IntegerProperty property) {
        if (!(property.type() instanceof SizeType)) {
            return object.print(property.name(), false);
        }
        long bytes = property.get(object);
        String exact = Long.toUnsignedString(bytes);
        return Long.compareUnsigned(bytes, 1 << 10) < 0 ? exact : SizeText.format(bytes) + " (" + exact + ")";
    }
}
