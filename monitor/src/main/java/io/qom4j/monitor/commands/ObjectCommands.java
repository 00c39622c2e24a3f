// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.StructType;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.command.Parameter;
import io.qom4j.monitor.command.Undo;
import io.qom4j.monitor.command.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The commands that make and delete objects.
 *
 * <p>Thread-safe: it has no state. QEMU: qom/qom-qmp-cmds.c; qapi/qom.json.
 */
public final class ObjectCommands implements CommandSet {
    private static final Parameter<String> TYPE = Parameter.string("qom-type").describe("The type of the new object");
    private static final Parameter<String> ID = Parameter.string("id").describe("The object's name under /objects");

    /** Makes the set. */
    public ObjectCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("object-add")
                        .describe("Makes an object")
                        .parameters(TYPE, ID)
                        .variants(new Variants(TYPE, ObjectCommands::creatableTypes))
                        .changes()
                        .trait(CommandTrait.SLOW)
                        .undo(ObjectCommands::beforeAdd)
                        .does(call -> call.qom().objects().add(call::visitor, Origins.QMP)),
                Command.named("object-del")
                        .describe("Deletes an object")
                        .parameters(ID)
                        .changes()
                        .trait(CommandTrait.SLOW)
                        .undo(ObjectCommands::beforeDelete)
                        .does(call -> call.qom().objects().delete(call.get(ID))));
    }

    private static SortedMap<String, StructType> creatableTypes(Qom qom) {
        SortedMap<String, StructType> cases = new TreeMap<>();
        for (QomClass each : qom.types().list(UserCreatable.TYPE_NAME, false)) {
            List<StructType.Member> members = new ArrayList<>();
            for (Property property : ((ObjectClass) each).properties()) {
                if (property.isWritable()) {
                    members.add(new StructType.Member(property.name(), property.type(), !property.isRequired()));
                }
            }
            cases.put(each.name(), new StructType(each.name(), members));
        }
        return cases;
    }

    private static Undo.Step beforeAdd(Call call) {
        return () -> {
            QomObject object = Objects.requireNonNull(call.qom().objects().find(idOf(call)));
            if (object instanceof UserCreatable creatable) {
                creatable.takeBack();
            }
            object.unparent();
        };
    }

    /** Reads the id alone, out of arguments that have been checked. */
    private static String idOf(Call call) {
        var visitor = call.visitor();
        visitor.beginStruct(null);
        return visitor.readString(ID.name());
    }

    private static Undo.Step beforeDelete(Call call) {
        String id = call.get(ID);
        QomObject object = call.qom().objects().find(id);
        if (object == null) {
            return () -> {};
        }
        if (object instanceof UserCreatable creatable && creatable.isDeletionFinal()) {
            throw new ObjectException(
                    "object '" + id + "' cannot be deleted in a transaction: its deletion destroys data");
        }
        object.ref();
        return new Undo.Step() {
            @Override
            public void takeBack() {
                call.qom().objects().publish(object, id);
            }

            @Override
            public void forget() {
                object.unref();
            }
        };
    }
}
