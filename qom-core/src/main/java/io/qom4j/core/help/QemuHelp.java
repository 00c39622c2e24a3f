// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.help;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomClass;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The help texts of QEMU's {@code -object} option, line for line.
 *
 * <p>For programs that read QEMU's; people get more from {@link TypeHelp}. Each line is without its end. Thread-safe: it has
 * no state. QEMU: qom/object_interfaces.c, user_creatable_print_help.
 */
public final class QemuHelp {
    private static final int COLUMN = 24;

    private QemuHelp() {}

    /** Returns what {@code -object help} prints: the types that users can make, sorted without regard to case. */
    public static List<String> types(TypeRegistry types) {
        List<String> lines = new ArrayList<>();
        lines.add("List of user creatable objects:");
        for (QomClass each : types.list(UserCreatable.TYPE_NAME, false)) {
            lines.add("  " + each.name());
        }
        return lines;
    }

    /**
     * Returns what {@code -object T,help} prints: the properties of the type that can be written, without those that QEMU lacks.
     *
     * <p>Sorted by the finished line, so that {@code prealloc-threads=} comes before {@code prealloc=}.
     */
    public static List<String> options(ObjectClass type) {
        List<String> lines = new ArrayList<>();
        for (Property property : type.properties()) {
            if (property.isWritable() && !property.isExtension()) {
                lines.add(line(property));
            }
        }
        if (lines.isEmpty()) {
            return List.of("There are no options for " + type.name() + ".");
        }
        lines.sort(Comparator.naturalOrder());
        lines.addFirst(type.name() + " options:");
        return lines;
    }

    private static String line(Property property) {
        String line = "  " + property.name() + "=<" + property.typeName() + ">";
        String description = property.description();
        String defaultValue = defaultValue(property);
        if (description == null && defaultValue == null) {
            return line;
        }
        return line + " ".repeat(Math.max(COLUMN - line.length(), 0)) + " - "
                + Objects.requireNonNullElse(description, "")
                + (defaultValue == null ? "" : " (default: " + defaultValue + ")");
    }

    private static @Nullable String defaultValue(Property property) {
        if (property.defaultValue() == null || !property.isDefaultAdvertised()) {
            return null;
        }
        QmpJsonWriter json = QmpJsonWriter.compact();
        property.writeDefault(json, null);
        return json.toString();
    }
}
