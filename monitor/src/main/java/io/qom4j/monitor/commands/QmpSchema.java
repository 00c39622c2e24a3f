// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.core.Qom;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.value.AnyType;
import io.qom4j.core.value.BoolType;
import io.qom4j.core.value.ChildType;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.NumberType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.StringType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandTable;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.command.Variants;
import io.qom4j.monitor.event.EventType;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code query-qmp-schema} tells: commands, events, and the types that they use, as a flat list of entities.
 *
 * <p>All of it comes from the declarations of commands and of properties. Types have numbers for names, as in QEMU, so that nobody relies on
 * what they are called. Used once. QEMU: qapi/introspect.json.
 */
final class QmpSchema {
    private static final StructType EMPTY = new StructType("q_empty", List.of());

    private final Qom qom;
    private final CommandTable commands;
    private final QmpJsonWriter out;
    private final Map<Object, String> names = new HashMap<>();

    /** What has a name already and is still to be written. */
    private final Queue<Runnable> pending = new ArrayDeque<>();

    QmpSchema(Qom qom, CommandTable commands, QmpJsonWriter out) {
        this.qom = qom;
        this.commands = commands;
        this.out = out;
    }

    void write(@Nullable String field) {
        out.beginList(field);
        commands.all().forEach(this::command);
        commands.events().forEach(this::event);
        for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
            next.run();
        }
        out.endList();
    }

    private void begin(String name, String metaType) {
        out.beginStruct(null);
        out.writeString("name", name);
        out.writeString("meta-type", metaType);
    }

    private void command(Command command) {
        ValueType result = command.result();
        begin(command.name(), "command");
        out.writeString("arg-type", arguments(command));
        out.writeString("ret-type", nameOf(result == null ? EMPTY : result));
        if (command.has(CommandTrait.OUT_OF_BAND)) {
            out.writeBool("allow-oob", true);
        }
        if (command.name().startsWith("x-")) {
            out.writeAny("features", List.of("unstable"));
        }
        out.endStruct();
    }

    private void event(EventType event) {
        begin(event.name(), "event");
        out.writeString("arg-type", nameOf(event.data()));
        out.endStruct();
    }

    private String arguments(Command command) {
        List<StructType.Member> members = command.parameters().stream()
                .map(each -> new StructType.Member(each.name(), each.type(), each.isOptional()))
                .toList();
        StructType type = members.isEmpty() ? EMPTY : new StructType("q_obj_" + command.name() + "-arg", members);
        Variants variants = command.variants();
        return variants == null ? nameOf(type) : number(command, name -> union(name, type, variants));
    }

    private String nameOf(ValueType type) {
        return switch (type) {
            case BoolType bool -> builtin("bool", "boolean");
            case IntType integer -> builtin("int", "int");
            case SizeType size -> builtin("int", "int");
            case NumberType number -> builtin("number", "number");
            case StringType string -> builtin("str", "string");
            case LinkType link -> builtin("str", "string");
            case ChildType child -> builtin("str", "string");
            case AnyType any -> builtin("any", "value");
            case EnumType words -> number(words, name -> words(name, words));
            case ListType list -> list(nameOf(list.element()));
            case StructType struct -> number(struct, name -> struct(name, struct));
        };
    }

    private String number(Object type, Consumer<String> writer) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = Integer.toString(names.size());
        names.put(type, name);
        pending.add(() -> writer.accept(name));
        return name;
    }

    private String builtin(String name, String jsonType) {
        if (names.put(name, name) == null) {
            pending.add(() -> {
                begin(name, "builtin");
                out.writeString("json-type", jsonType);
                out.endStruct();
            });
        }
        return name;
    }

    private String list(String element) {
        String name = "[" + element + "]";
        if (names.put(name, name) == null) {
            pending.add(() -> {
                begin(name, "array");
                out.writeString("element-type", element);
                out.endStruct();
            });
        }
        return name;
    }

    private void words(String name, EnumType type) {
        begin(name, "enum");
        out.beginList("members");
        for (String word : type.words()) {
            out.beginStruct(null);
            out.writeString("name", word);
            out.endStruct();
        }
        out.endList();
        out.writeAny("values", type.words());
        out.endStruct();
    }

    private void struct(String name, StructType type) {
        begin(name, "object");
        out.beginList("members");
        type.members().forEach(each -> member(each, nameOf(each.type())));
        out.endList();
        out.endStruct();
    }

    private void union(String name, StructType type, Variants variants) {
        SortedMap<String, StructType> cases = variants.cases().apply(qom);
        String tag = variants.tag().name();
        String words = nameOf(new EnumType(name + "-kind", List.copyOf(cases.keySet())));
        begin(name, "object");
        out.beginList("members");
        type.members().forEach(each -> member(each, each.name().equals(tag) ? words : nameOf(each.type())));
        out.endList();
        out.writeString("tag", tag);
        out.beginList("variants");
        cases.forEach((word, struct) -> {
            out.beginStruct(null);
            out.writeString("case", word);
            out.writeString("type", nameOf(struct));
            out.endStruct();
        });
        out.endList();
        out.endStruct();
    }

    private void member(StructType.Member member, String type) {
        out.beginStruct(null);
        out.writeString("name", member.name());
        if (member.isOptional()) {
            out.writeNull("default");
        }
        out.writeString("type", type);
        out.endStruct();
    }
}
