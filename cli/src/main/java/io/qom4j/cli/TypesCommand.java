// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.InterfaceClass;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qom types}: lists the types that users can make objects of, or shows one type's properties. */
@Command(
        name = "types",
        description = {
            "List the types that objects can be made of, or show one type's properties: what each is for, its values with "
                    + "their unit, its default, when it can be set, and the ancestor that declares it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  qom types memory-backend-file"})
final class TypesCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = TypeNames.class,
            description = "The type to show.")
    private @Nullable String name;

    @Option(
            names = {"-a", "--all"},
            description = "List every type, abstract ones and interfaces too.")
    private boolean all;

    @Mixin
    private Release release = new Release();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Terminal out = Terminal.out();
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            if (name == null) {
                list(out, qom);
            } else if (format.isJson()) {
                out.json(JsonDocument.of(details(qom.types().get(name))));
            } else {
                new TypePrinter(out).print(qom.types().get(name));
            }
        }
        return 0;
    }

    private void list(Terminal out, Qom qom) {
        List<QomClass> types = qom.types().list(all ? null : UserCreatable.TYPE_NAME, all);
        if (format.isJson()) {
            out.json(JsonDocument.of(
                    Map.of("types", types.stream().map(TypesCommand::summary).toList())));
            return;
        }
        TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
        for (QomClass type : types) {
            String description = type.type().description();
            table.row(type.name(), description == null ? "" : description);
        }
        table.lines().forEach(out::line);
    }

    private static Map<String, @Nullable Object> summary(QomClass type) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", type.name());
        map.put("description", type.type().description());
        map.put(
                "kind",
                switch (type) {
                    case InterfaceClass iface -> "interface";
                    case ObjectClass object -> object.isAbstract() ? "abstract" : "concrete";
                });
        return map;
    }

    private static Map<String, @Nullable Object> details(ObjectClass type) {
        ObjectClass parent = type.parent();
        Map<String, @Nullable Object> map = summary(type);
        map.put("parent", parent == null ? null : parent.name());
        map.put(
                "interfaces",
                type.interfaces().stream().map(InterfaceClass::interfaceName).toList());
        map.put(
                "properties",
                type.properties().stream()
                        .filter(Property::isWritable)
                        .map(TypesCommand::property)
                        .toList());
        return map;
    }

    private static Map<String, @Nullable Object> property(Property property) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", property.name());
        map.put("type", property.type().wireName());
        map.put("value", property.type().describe());
        map.put("unit", property.unit());
        map.put("default", defaultOf(property));
        map.put("required", property.isRequired());
        map.put("settable", property.settable().describe());
        map.put("declared-by", property.declaredBy());
        map.put("description", property.documentation());
        return map;
    }

    private static @Nullable Object defaultOf(Property property) {
        if (property.defaultValue() == null) {
            return null;
        }
        JsonOutputVisitor value = new JsonOutputVisitor();
        property.writeDefault(value, null);
        return value.value();
    }
}
