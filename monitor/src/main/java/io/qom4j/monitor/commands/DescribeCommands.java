// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.optional;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command that tells all that is known of properties: what QEMU's type texts leave out.
 *
 * <p>Thread-safe: it has no state.
 */
public final class DescribeCommands implements CommandSet {
    private static final Parameter<String> PATH = Parameter.string("path")
            .optional()
            .describe("Leads to the object whose properties are described, with values and who set them");
    private static final Parameter<String> TYPE_NAME = Parameter.string("typename")
            .optional()
            .describe("The type whose properties are described, where no object is given");

    private static final StructType PROPERTY = struct(
            "PropertyDescription",
            member("name", ValueType.string()),
            member("type", ValueType.string()),
            member("true-type", ValueType.any()),
            member("legal", ValueType.string()),
            optional("description", ValueType.string()),
            optional("unit", ValueType.string()),
            optional("declared-by", ValueType.string()),
            member("readable", ValueType.bool()),
            member("writable", ValueType.bool()),
            optional("settable", ValueType.string()),
            optional("settable-now", ValueType.bool()),
            member("required", ValueType.bool()),
            optional("default", ValueType.any()),
            optional("value", ValueType.any()),
            optional("origin", ValueType.string()));
    private static final StructType DESCRIPTION = struct(
            "ObjectDescription",
            member("type", ValueType.string()),
            optional("path", ValueType.string()),
            optional("description", ValueType.string()),
            optional("parent", ValueType.string()),
            member("properties", ValueType.listOf(PROPERTY)));

    /** Makes the set. */
    public DescribeCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(Command.named("x-qom-describe")
                .describe(
                        "Describes the properties of an object or a type: true types, ranges, when settable, defaults, origins")
                .parameters(PATH, TYPE_NAME)
                .writes(DESCRIPTION, DescribeCommands::describe));
    }

    private static void describe(Call call, QmpJsonWriter out, @Nullable String field) {
        String path = call.find(PATH);
        String typeName = call.find(TYPE_NAME);
        if ((path == null) == (typeName == null)) {
            throw new ValueException(
                    path == null ? "Parameter 'path' is missing" : "Parameter 'typename' is unexpected",
                    "Give either the path of an object or the name of a type.");
        }
        PropertyReport report = new PropertyReport(out);
        if (path != null) {
            QomObject object = call.qom().resolve(path);
            begin(object.objectClass(), out, field);
            String canonical = object.canonicalPath();
            if (canonical != null) {
                out.writeString("path", canonical);
            }
            out.beginList("properties");
            object.properties().forEach(property -> report.write(property, object));
        } else {
            ObjectClass type = call.qom().types().get(String.valueOf(typeName));
            begin(type, out, field);
            out.beginList("properties");
            type.properties().forEach(property -> report.write(property, null));
        }
        out.endList();
        out.endStruct();
    }

    private static void begin(ObjectClass type, QmpJsonWriter out, @Nullable String field) {
        out.beginStruct(field);
        out.writeString("type", type.name());
        String description = type.type().description();
        if (description != null) {
            out.writeString("description", description);
        }
        String parent = type.type().parent();
        if (parent != null) {
            out.writeString("parent", parent);
        }
    }
}
