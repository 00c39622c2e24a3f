// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.optional;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.core.CompositionTree;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.JsonArgument;
import io.qom4j.monitor.command.Parameter;
import io.qom4j.monitor.command.Undo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands that read and set properties of objects in the tree.
 *
 * <p>Thread-safe: it has no state. QEMU: qom/qom-qmp-cmds.c; qapi/qom.json.
 */
public final class TreeCommands implements CommandSet {
    private static final Parameter<String> PATH =
            Parameter.string("path").describe("Leads to the object, absolute or partial");
    private static final Parameter<List<String>> PATHS =
            Parameter.strings("paths").describe("Lead to the objects, absolute or partial");
    private static final Parameter<String> PROPERTY =
            Parameter.string("property").describe("The property's name");
    private static final Parameter<JsonArgument> VALUE = Parameter.any("value").describe("The new value");

    private static final StructType PROPERTY_INFO = struct(
            "ObjectPropertyInfo",
            member("name", ValueType.string()),
            member("type", ValueType.string()),
            optional("description", ValueType.string()),
            optional("default-value", ValueType.any()));
    private static final StructType PROPERTY_VALUES = struct(
            "ObjectPropertiesValues",
            member(
                    "properties",
                    ValueType.listOf(struct(
                            "ObjectPropertyValue",
                            member("name", ValueType.string()),
                            member("type", ValueType.string()),
                            optional("value", ValueType.any())))));

    /** Makes the set. */
    public TreeCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("qom-list")
                        .describe("Lists the properties and children of an object")
                        .parameters(PATH)
                        .writes(ValueType.listOf(PROPERTY_INFO), TreeCommands::list),
                Command.named("qom-get")
                        .describe("Reads a property of an object")
                        .parameters(PATH, PROPERTY)
                        .writes(ValueType.any(), (call, out, field) -> {
                            QomObject object = object(call.qom(), call.get(PATH));
                            object.property(call.get(PROPERTY)).get(object, out, field);
                        }),
                Command.named("qom-set")
                        .describe("Sets a property of an object")
                        .parameters(PATH, PROPERTY, VALUE)
                        .changes()
                        .undo(TreeCommands::beforeSet)
                        .does(TreeCommands::set),
                Command.named("qom-list-get")
                        .describe("Lists the properties of several objects with their values")
                        .parameters(PATHS)
                        .writes(ValueType.listOf(PROPERTY_VALUES), TreeCommands::listGet));
    }

    /** Returns an object; one whose path is ambiguous counts as not found, as in QEMU. */
    private static QomObject object(Qom qom, String path) {
        QomObject object = qom.find(path);
        if (object == null) {
            throw CompositionTree.notFound(path);
        }
        return object;
    }

    /** Returns the properties of an object that QEMU knows, too: a client that compares lists finds nothing that it cannot explain. */
    private static List<Property> listed(QomObject object) {
        return object.properties().stream()
                .filter(property -> !property.isExtension())
                .toList();
    }

    private static void list(Call call, QmpJsonWriter out, @Nullable String field) {
        QomObject object = call.qom().resolve(call.get(PATH));
        out.beginList(field);
        for (Property property : listed(object)) {
            out.beginStruct(null);
            out.writeString("name", property.name());
            out.writeString("type", property.typeName());
            out.endStruct();
        }
        out.endList();
    }

    private static void listGet(Call call, QmpJsonWriter out, @Nullable String field) {
        List<QomObject> objects =
                call.get(PATHS).stream().map(call.qom()::resolve).toList();
        out.beginList(field);
        for (QomObject object : objects) {
            out.beginStruct(null);
            out.beginList("properties");
            for (Property property : listed(object)) {
                out.beginStruct(null);
                out.writeString("name", property.name());
                out.writeString("type", property.typeName());
                if (property.isReadable()) {
                    writeValue(object, property, out);
                }
                out.endStruct();
            }
            out.endList();
            out.endStruct();
        }
        out.endList();
    }

    /** Writes a value, unless the object refuses to tell it. */
    private static void writeValue(QomObject object, Property property, QmpJsonWriter out) {
        QmpJsonWriter.Mark before = out.mark();
        try {
            property.get(object, out, "value");
        } catch (QomException refusal) {
            // That there is no value is the answer.
            out.rewind(before);
        }
    }

    private static void set(Call call) {
        QomObject object = object(call.qom(), call.get(PATH));
        object.property(call.get(PROPERTY)).set(object, call.get(VALUE).visitor(), Origins.QMP);
    }

    private static Undo.Step beforeSet(Call call) {
        QomObject object = object(call.qom(), call.get(PATH));
        Property property = object.property(call.get(PROPERTY));
        if (!property.isReadable()) {
            throw new QomException("Property '" + object.typeName() + "." + property.name()
                    + "' cannot be set in a transaction: its value cannot be read, and so not be restored");
        }
        JsonOutputVisitor old = new JsonOutputVisitor();
        property.get(object, old, property.name());
        JsonDocument document = old.document();
        Origin origin = object.origin(property);
        return () -> property.set(object, JsonInputVisitor.qmp(document, JsonDocument.ROOT, Negatives.REFUSE), origin);
    }
}
