// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page that lists every option of every backend, written from the types' own declarations. */
final class OptionsPage {

    private static final String INTRODUCTION = """
            # Options of the memory backends

            Every option of each backend, written from what the types declare; `./qom types NAME` prints the same. In JSON a size
            is a number of bytes or a string with a suffix, `"4k"`, `"1M"`, `"2G"`, each 1024 times the one before; on the command
            line a boolean is `on` or `off`. "until allocated" means that the option decides about the allocation: once the object
            is complete it cannot be set any more. [nvdimm.md](nvdimm.md) says when `pmem` is right.
            """;

    private final Qom qom;

    OptionsPage(Qom qom) {
        this.qom = qom;
    }

    String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        ObjectClass base = qom.types().get("memory-backend");
        section(page, "All memory backends", base, null);
        for (QomClass type : qom.types().list("memory-backend", false)) {
            section(page, "`" + type.name() + "`", (ObjectClass) type, base);
        }
        section(page, "`thread-context`", qom.types().get("thread-context"), null);
        return page.toString();
    }

    private static void section(StringBuilder page, String title, ObjectClass type, @Nullable ObjectClass base) {
        page.append("\n## ").append(title).append("\n\n");
        page.append(Objects.requireNonNull(type.type().description())).append(".\n\n");
        List<String> rows = new ArrayList<>();
        for (Property property : type.properties()) {
            Property inherited = base == null ? null : base.findProperty(property.name());
            if (property.isWritable() && (inherited == null || differsInDefault(property, inherited))) {
                rows.add(row(property));
            }
        }
        if (rows.isEmpty()) {
            page.append("No option of its own.\n");
            return;
        }
        page.append("| option | value | unit | default | settable | meaning |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> page.append(row).append('\n'));
    }

    private static boolean differsInDefault(Property property, Property inherited) {
        return !(property.type() instanceof ListType)
                && !Objects.equals(inherited.defaultValue(), property.defaultValue());
    }

    private static String row(Property property) {
        return "| "
                + String.join(
                        " | ",
                        "`" + property.name() + "`",
                        value(property.type()),
                        property.unit() == null ? "" : property.unit(),
                        defaultOf(property),
                        property.settable().describe(),
                        Objects.requireNonNullElse(property.documentation(), ""))
                + " |";
    }

    private static String defaultOf(Property property) {
        if (property.isRequired()) {
            return "**required**";
        }
        Object value = property.defaultValue();
        return switch (value) {
            case null -> "none";
            case Boolean bool -> bool ? "`on`" : "`off`";
            case long[] list -> "none";
            case Object other -> "`" + other + "`";
        };
    }

    private static String value(ValueType type) {
        return switch (type) {
            case EnumType words -> "`" + String.join("`, `", words.words()) + "`";
            case IntType integer -> integer.text(integer.min()) + " … " + integer.text(integer.max());
            case SizeType size -> "size";
            case LinkType link -> "id or path of a `" + link.target() + "`";
            case ListType list -> "list of " + value(list.element());
            default -> type.describe();
        };
    }
}
