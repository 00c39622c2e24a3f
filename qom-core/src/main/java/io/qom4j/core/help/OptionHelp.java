// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.help;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.StringOutputVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people need to know about a property before they set it.
 *
 * <p>Immutable.
 *
 * @param name the property's name
 * @param value what is legal, in a few words: {@code on or off}, {@code one of default, bind}
 * @param unit the unit of the value, or null
 * @param defaultValue the value that new objects start with, as one would write it, or null if none is declared
 * @param isRequired whether an object cannot be made without it
 * @param settable when it can be set: {@code always}, {@code until allocated}
 * @param declaredBy the type that declares it: the one asked about, or an ancestor
 * @param text what it is for, or null if nobody said
 */
public record OptionHelp(
        String name,
        String value,
        @Nullable String unit,
        @Nullable String defaultValue,
        boolean isRequired,
        String settable,
        String declaredBy,
        @Nullable String text) {
    /** Returns the options of a type: its writable properties, ancestors' first, each type's in the order of declaration. */
    public static List<OptionHelp> of(ObjectClass type) {
        List<OptionHelp> options = new ArrayList<>();
        for (Property property : type.properties()) {
            if (property.isWritable()) {
                options.add(of(property));
            }
        }
        return options;
    }

    private static OptionHelp of(Property property) {
        return new OptionHelp(
                property.name(),
                property.type().describe(),
                property.unit(),
                defaultOf(property),
                property.isRequired(),
                property.settable().describe(),
                String.valueOf(property.declaredBy()),
                property.documentation());
    }

    private static @Nullable String defaultOf(Property property) {
        Object value = property.defaultValue();
        return switch (value) {
            case null -> null;
            case Boolean bool -> bool ? "on" : "off";
            default -> {
                StringOutputVisitor text = StringOutputVisitor.plain();
                property.writeDefault(text, property.name());
                yield text.text().isEmpty() ? "none" : text.text();
            }
        };
    }

    /** Returns all but the name and the text in one line: {@code a size in bytes, …; required; until allocated}. */
    public String facts() {
        StringBuilder facts = new StringBuilder(value);
        if (unit != null && !value.contains(unit)) {
            facts.append(", in ").append(unit);
        }
        if (isRequired) {
            facts.append("; required");
        } else if (defaultValue != null) {
            facts.append("; default ").append(defaultValue);
        }
        if (!settable.equals("always")) {
            facts.append("; settable ").append(settable);
        }
        return facts.toString();
    }
}
