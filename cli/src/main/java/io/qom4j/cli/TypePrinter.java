// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.Settable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Prints a type for people: what it is, then each property that can be set, those of one ancestor together.
 *
 * <p>Confined to one thread.
 */
final class TypePrinter {
    private static final String INDENT = "  ";
    private final Terminal out;

    TypePrinter(Terminal out) {
        this.out = out;
    }

    void print(ObjectClass type) {
        String description = type.type().description();
        out.line(out.strong(type.name())
                + (description == null ? "" : ": " + description)
                + (type.isAbstract() ? " (abstract)" : ""));
        List<String> ancestors = new ArrayList<>();
        for (ObjectClass each = type.parent(); each != null && each.parent() != null; each = each.parent()) {
            ancestors.add(each.name());
        }
        if (!ancestors.isEmpty()) {
            out.line(INDENT + out.faint("descends from " + String.join(", ", ancestors)));
        }
        List<Property> properties =
                type.properties().stream().filter(Property::isWritable).toList();
        int width = properties.stream()
                .mapToInt(each -> each.name().length())
                .filter(length -> length <= 24)
                .max()
                .orElse(0);
        String from = "";
        for (Property each : properties) {
            String giver = Objects.requireNonNullElse(each.declaredBy(), type.name());
            if (!giver.equals(from)) {
                from = giver;
                out.line("");
                out.line(out.faint(giver.equals(type.name()) ? "its own properties" : "properties from " + giver));
            }
            print(each, width);
        }
        if (properties.isEmpty()) {
            out.line(INDENT + "It has no properties that can be set.");
        }
    }

    private void print(Property property, int width) {
        List<String> lines = new ArrayList<>(out.wrap(facts(property), width + 2 * INDENT.length()));
        String documentation = property.documentation();
        if (documentation != null) {
            out.wrap(documentation, width + 2 * INDENT.length()).forEach(line -> lines.add(out.faint(line)));
        }
        String name = property.name();
        boolean fits = name.length() <= width;
        String indent = INDENT + " ".repeat(width) + INDENT;
        out.line(INDENT
                + out.strong(name)
                + (fits ? " ".repeat(width - name.length()) + INDENT + lines.getFirst() : ""));
        lines.subList(fits ? 1 : 0, lines.size()).forEach(line -> out.line(indent + line));
    }

    private static String facts(Property property) {
        Scale scale = Scale.of(property);
        StringBuilder facts = new StringBuilder(scale == null ? property.type().describe() : scale.describe());
        if (scale == null && property.unit() != null) {
            facts.append(", in ").append(property.unit());
        }
        if (property.isRequired()) {
            facts.append("; must be given");
        } else if (property.defaultValue() != null) {
            facts.append("; default ").append(ValueText.defaultOf(property));
        }
        if (property.settable() != Settable.ALWAYS) {
            facts.append("; settable ").append(property.settable().describe());
        }
        return facts.toString();
    }
}
