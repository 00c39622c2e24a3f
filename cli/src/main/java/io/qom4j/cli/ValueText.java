// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.value.SizeType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Returns a plain value, as documents have them, as text. */
    static String of(Property property, @Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean bool -> bool ? "on" : "off";
            case String text -> orNothing(text);
            case Number number -> isSize(property) ? size(number.longValue()) : number.toString();
            case List<?> list -> areNumbers(list) ? orNothing(joined(list)) : PlainValue.text(list);
            case Object other -> PlainValue.text(other);
        };
    }

    /** Returns a plain value of a type's property as text; of a type that is not known here as JSON. */
    static String of(Qom qom, String typeName, String name, @Nullable Object value) {
        ObjectClass type = qom.types().find(typeName);
        Property property = type == null ? null : type.findProperty(name);
        return property == null ? PlainValue.text(value) : of(property, value);
    }

    private static String integer(QomObject object, IntegerProperty property) {
        return isSize(property) ? size(property.get(object)) : object.print(property.name(), false);
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static boolean isSize(Property property) {
        return property.type() instanceof SizeType;
    }

    private static boolean areNumbers(List<?> list) {
        return list.stream().allMatch(Number.class::isInstance);
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    /** Returns the declared default as text; {@code none} where there is none. */
    static String defaultOf(Property property) {
        if (property.defaultValue() == null) {
            return "none";
        }
        JsonOutputVisitor value = new JsonOutputVisitor();
        property.writeDefault(value, null);
        String text = of(property, value.value());
        return text.equals(NOTHING) ? "empty" : text;
    }

    private static String size(long bytes) {
        String exact = Long.toUnsignedString(bytes);
        return Long.compareUnsigned(bytes, 1 << 10) < 0 ? exact : SizeText.format(bytes) + " (" + exact + ")";
    }
}
