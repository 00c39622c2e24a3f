// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.Property;
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
import org.jspecify.annotations.Nullable;

/**
 * All that is known of properties, for programs.
 *
 * <p>Confined to one thread.
 */
final class PropertyReport {
    private final QmpJsonWriter out;

    PropertyReport(QmpJsonWriter out) {
        this.out = out;
    }

    /** Writes a property of a type, or of an object with its value. */
    void write(Property property, @Nullable QomObject object) {
        out.beginStruct(null);
        out.writeString("name", property.name());
        out.writeString("type", property.typeName());
        trueType("true-type", property.type());
        out.writeString("legal", property.type().describe());
        text("description", property.documentation());
        text("unit", property.unit());
        text("declared-by", property.declaredBy());
        out.writeBool("readable", property.isReadable());
        out.writeBool("writable", property.isWritable());
        if (property.isWritable()) {
            out.writeString("settable", property.settable().describe());
        }
        out.writeBool("required", property.isRequired());
        if (property.defaultValue() != null) {
            property.writeDefault(out, "default");
        }
        if (object != null) {
            state(property, object);
        }
        out.endStruct();
    }

    private void state(Property property, QomObject object) {
        if (property.isWritable()) {
            out.writeBool("settable-now", property.settable().isSettableOn(object));
        }
        if (property.isReadable()) {
            QmpJsonWriter.Mark before = out.mark();
            try {
                property.get(object, out, "value");
            } catch (QomException refusal) {
                // That there is no value is the answer.
                out.rewind(before);
            }
        }
        out.writeString("origin", object.origin(property).describe(property.name()));
    }

    private void text(String field, @Nullable String text) {
        if (text != null) {
            out.writeString(field, text);
        }
    }

    private void trueType(@Nullable String field, ValueType type) {
        out.beginStruct(field);
        switch (type) {
            case BoolType bool -> kind("bool");
            case IntType integer -> integer(integer);
            case SizeType size -> {
                kind("size");
                out.writeUint64("min", 0);
                out.writeUint64("max", -1);
            }
            case NumberType number -> kind("number");
            case StringType string -> kind("string");
            case EnumType words -> {
                kind("enum");
                out.writeAny("words", words.words());
            }
            case ListType list -> {
                kind("list");
                trueType("element", list.element());
            }
            case StructType struct -> struct(struct);
            case LinkType link -> {
                kind("link");
                out.writeString("target", link.target());
            }
            case ChildType child -> {
                kind("child");
                out.writeString("target", child.target());
            }
            case AnyType any -> kind("any");
        }
        out.endStruct();
    }

    private void kind(String kind) {
        out.writeString("kind", kind);
    }

    private void integer(IntType type) {
        kind("integer");
        out.writeBool("signed", type.isSigned());
        out.writeInt64("bits", type.bits());
        if (type.isSigned()) {
            out.writeInt64("min", type.min());
            out.writeInt64("max", type.max());
        } else {
            out.writeUint64("min", type.min());
            out.writeUint64("max", type.max());
        }
    }

    private void struct(StructType type) {
        kind("struct");
        out.beginList("members");
        for (StructType.Member member : type.members()) {
            out.beginStruct(null);
            out.writeString("name", member.name());
            out.writeBool("optional", member.isOptional());
            trueType("type", member.type());
            out.endStruct();
        }
        out.endList();
    }
}
