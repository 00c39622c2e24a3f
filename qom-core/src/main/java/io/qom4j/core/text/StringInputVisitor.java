// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.visit.InputVisitor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor over one string: the value as a person types it, without structure.
 *
 * <p>It reads scalars and lists of integers. A struct, or a list of anything else, cannot be written as one string and is
 * refused (QEMU 7.2 crashes there). Names serve the texts only.
 *
 * <p>Confined to one thread. QEMU: qapi/string-input-visitor.c.
 */
public final class StringInputVisitor implements InputVisitor {
    private static final String FEWER_ELEMENTS = "Fewer list elements expected";

    private final String text;
    private final WarningSink warnings;
    private @Nullable String listName;
    private @Nullable IntegerListText list;

    /** Makes a visitor over this text. */
    public StringInputVisitor(String text, WarningSink warnings) {
        this.text = Objects.requireNonNull(text, "text");
        this.warnings = Objects.requireNonNull(warnings, "warnings");
    }

    @Override
    public boolean readBool(@Nullable String name) {
        scalar("boolean");
        Boolean value = BooleanText.parse(text);
        if (value == null) {
            throw new ValueException(parameter(name) + " expects 'on' or 'off'");
        }
        return value;
    }

    @Override
    public long readInt64(@Nullable String name) {
        if (list != null) {
            return element(list, name, true);
        }
        ParsedNumber number = IntegerText.int64(text);
        if (!number.isOk()) {
            throw new ValueException(parameter(name) + " expects int64");
        }
        return number.value();
    }

    @Override
    public long readUint64(@Nullable String name) {
        if (list != null) {
            return element(list, name, false);
        }
        ParsedNumber number = IntegerText.uint64(text);
        if (!number.isOk()) {
            throw new ValueException(parameter(name) + " expects uint64");
        }
        return number.value();
    }

    @Override
    public long readSize(@Nullable String name) {
        scalar("size");
        return SizeText.read(text, String.valueOf(name), warnings);
    }

    @Override
    public double readNumber(@Nullable String name) {
        scalar("number");
        double value = NumberText.parse(text);
        if (Double.isNaN(value)) {
            throw invalidType(name, "number");
        }
        return value;
    }

    @Override
    public String readString(@Nullable String name) {
        scalar("string");
        return text;
    }

    @Override
    public void readNull(@Nullable String name) {
        scalar("null");
        if (!text.isEmpty()) {
            throw invalidType(name, "null");
        }
    }

    /** Returns the text: what it stands for is not to be seen from it. */
    @Override
    public String readAny(@Nullable String name) {
        return readString(name);
    }

    /** Refuses: one string has no members. */
    @Override
    public void beginStruct(@Nullable String name) {
        throw new ValueException(
                parameter(name) + " takes a struct, which cannot be given as plain text", "Give it as a JSON object.");
    }

    /** Returns true, since the one value is there. */
    @Override
    public boolean isPresent(String name) {
        return true;
    }

    @Override
    public void checkStruct() {
        throw new IllegalStateException("no struct is open");
    }

    @Override
    public void endStruct() {
        throw new IllegalStateException("no struct is open");
    }

    @Override
    public void beginList(@Nullable String name) {
        if (list != null) {
            throw new ValueException(
                    parameter(listName) + " takes a list of lists, which cannot be given as plain text",
                    "Give it as a JSON array.");
        }
        listName = name;
        list = new IntegerListText(text);
    }

    @Override
    public @Nullable String place(@Nullable String name) {
        return name == null && list != null ? listName : name;
    }

    @Override
    public boolean nextElement() {
        return openList().hasNext();
    }

    @Override
    public void endList() {
        boolean unread = openList().hasNext();
        list = null;
        if (unread) {
            throw new ValueException(FEWER_ELEMENTS);
        }
    }

    private IntegerListText openList() {
        if (list == null) {
            throw new IllegalStateException("no list is open");
        }
        return list;
    }

    private static long element(IntegerListText list, @Nullable String name, boolean signed) {
        if (!list.hasNext()) {
            throw new ValueException(FEWER_ELEMENTS);
        }
        ParsedNumber number = list.next(signed);
        if (!number.isOk()) {
            throw new ValueException(
                    parameter(name) + " expects list of " + (signed ? "int64" : "uint64") + " values or ranges");
        }
        return number.value();
    }

    private void scalar(String type) {
        if (list != null) {
            throw new ValueException(
                    parameter(listName) + " takes a list of " + type + " values, which cannot be given as plain text",
                    "Give it as a JSON array.");
        }
    }

    private static ValueException invalidType(@Nullable String name, String expected) {
        return new ValueException("Invalid parameter type for '" + name + "', expected: " + expected);
    }

    private static String parameter(@Nullable String name) {
        return "Parameter '" + name + "'";
    }
}
