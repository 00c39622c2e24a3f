// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.optional;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.ChildProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.Parameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands about types.
 *
 * <p>Thread-safe: it has no state. QEMU: qom/qom-qmp-cmds.c; qapi/qom.json, qapi/qdev.json.
 */
public final class TypeCommands implements CommandSet {
    private static final Parameter<String> IMPLEMENTS =
            Parameter.string("implements").optional().describe("Lists only types that are, or implement, this one");
    private static final Parameter<Boolean> ABSTRACT =
            Parameter.bool("abstract").optional().describe("Lists abstract types and interfaces, too");
    private static final Parameter<String> TYPE_NAME =
            Parameter.string("typename").describe("The type's name");

    private static final StructType TYPE_INFO = struct(
            "ObjectTypeInfo",
            member("name", ValueType.string()),
            optional("abstract", ValueType.bool()),
            optional("parent", ValueType.string()));
    private static final StructType PROPERTY_INFO = struct(
            "ObjectPropertyInfo",
            member("name", ValueType.string()),
            member("type", ValueType.string()),
            optional("description", ValueType.string()),
            optional("default-value", ValueType.any()));

    private static final String DEVICE = "device";
    private static final String LEGACY = "legacy-";
    private static final Set<String> NOT_FOR_DEVICES =
            Set.of("type", "realized", "hotpluggable", "hotplugged", "parent_bus");

    /** Makes the set. */
    public TypeCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("qom-list-types")
                        .describe("Lists types")
                        .parameters(IMPLEMENTS, ABSTRACT)
                        .writes(ValueType.listOf(TYPE_INFO), TypeCommands::list),
                Command.named("qom-list-properties")
                        .describe("Lists the properties that objects of a type have")
                        .parameters(TYPE_NAME)
                        .writes(ValueType.listOf(PROPERTY_INFO), TypeCommands::properties),
                Command.named("device-list-properties")
                        .describe("Lists the properties that devices of a type have")
                        .parameters(TYPE_NAME)
                        .writes(ValueType.listOf(PROPERTY_INFO), TypeCommands::deviceProperties));
    }

    private static void list(Call call, QmpJsonWriter out, @Nullable String field) {
        out.beginList(field);
        for (QomClass each : call.qom().types().list(call.find(IMPLEMENTS), call.get(ABSTRACT, false))) {
            TypeInfo type = each.type();
            String parent = type.parent();
            out.beginStruct(null);
            out.writeString("name", type.name());
            if (type.isAbstract()) {
                out.writeBool("abstract", true);
            }
            if (parent != null) {
                out.writeString("parent", parent);
            }
            out.endStruct();
        }
        out.endList();
    }

    private static void properties(Call call, QmpJsonWriter out, @Nullable String field) {
        String name = call.get(TYPE_NAME);
        ObjectClass type = call.qom().types().find(name);
        if (type == null) {
            throw call.qom().types().contains(name)
                    ? new ValueException("Parameter 'typename' expects a QOM type", "It is an interface.")
                    : notFound("Class", name);
        }
        out.beginList(field);
        for (Property property : propertiesOf(type)) {
            out.beginStruct(null);
            out.writeString("name", property.name());
            out.writeString("type", property.typeName());
            writeDescription(property, out);
            out.endStruct();
        }
        out.endList();
    }

    private static void deviceProperties(Call call, QmpJsonWriter out, @Nullable String field) {
        String name = call.get(TYPE_NAME);
        if (!call.qom().types().contains(name)) {
            throw notFound("Device", name);
        }
        ObjectClass type = call.qom().types().find(name);
        if (type == null || type.isAbstract() || !type.isA(DEVICE)) {
            throw new ValueException("Parameter 'typename' expects a non-abstract device type");
        }
        out.beginList(field);
        for (Property property : propertiesOf(type)) {
            if (!NOT_FOR_DEVICES.contains(property.name())
                    && !property.name().startsWith(LEGACY)
                    && !(property instanceof ChildProperty)) {
                out.beginStruct(null);
                out.writeString("name", property.name());
                out.writeString("type", property.typeName());
                writeDescription(property, out);
                if (property.defaultValue() != null && property.isDefaultAdvertised()) {
                    property.writeDefault(out, "default-value");
                }
                out.endStruct();
            }
        }
        out.endList();
    }

    private static void writeDescription(Property property, QmpJsonWriter out) {
        String description = property.description();
        if (description != null) {
            out.writeString("description", description);
        }
    }

    /** Returns the properties of a class that QEMU knows, too; of a concrete one those that its objects add as well. */
    private static List<Property> propertiesOf(ObjectClass type) {
        return allPropertiesOf(type).stream()
                .filter(property -> !property.isExtension())
                .toList();
    }

    private static List<Property> allPropertiesOf(ObjectClass type) {
        if (type.isAbstract()) {
            return type.properties();
        }
        QomObject sample = type.newObject();
        try {
            return sample.properties();
        } finally {
            sample.unref();
        }
    }

    private static TypeException notFound(String kind, String name) {
        return new TypeException(ErrorClass.DEVICE_NOT_FOUND, kind + " '" + name + "' not found", List.of(), null);
    }
}
