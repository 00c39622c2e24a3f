// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.property.Property;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qom types}: lists the types that users can make objects of, or shows one type's properties. */
@Command(
        name = "types",
        description = "List the types that objects can be made of, or show the properties of one type.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  qom types memory-backend-file"})
final class TypesCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The type to show.")
    private @Nullable String name;

    @Option(
            names = {"-a", "--all"},
            description = "List every type, abstract ones and interfaces too.")
    private boolean all;

    @Mixin
    private Release release = new Release();

    @Override
    public Integer call() {
        Terminal out = Terminal.out();
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            if (name == null) {
                list(out, qom);
            } else {
                show(out, qom.types().get(name));
            }
        }
        return 0;
    }

    private void list(Terminal out, Qom qom) {
        TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
        for (QomClass type : qom.types().list(all ? null : UserCreatable.TYPE_NAME, all)) {
            String description = type.type().description();
            table.row(type.name(), description == null ? "" : description);
        }
        table.lines().forEach(out::line);
    }

    private static void show(Terminal out, ObjectClass type) {
        String description = type.type().description();
        out.heading(type.name());
        if (description != null) {
            out.line("  " + description + ".");
        }
        StringBuilder ancestry = new StringBuilder();
        for (ObjectClass each = type; each != null; each = each.parent()) {
            ancestry.append(ancestry.isEmpty() ? "" : " → ").append(each.name());
        }
        out.line("  " + ancestry + (type.isAbstract() ? ", abstract" : ""));
        for (Property property : type.properties()) {
            if (property.isWritable()) {
                out.line("");
                show(out, property);
            }
        }
    }

    private static void show(Terminal out, Property property) {
        String unit = property.unit() == null ? "" : ", in " + property.unit();
        out.heading("  " + property.name());
        TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
        String meaning = property.documentation();
        if (meaning != null) {
            out.line("      " + meaning);
        }
        table.row("value", property.type().describe() + unit);
        table.row("default", property.isRequired() ? "none: it must be given" : ValueText.defaultOf(property));
        table.row("settable", property.settable().describe());
        table.row("declared by", String.valueOf(property.declaredBy()));
        table.lines().forEach(line -> out.line("      " + line));
    }
}
