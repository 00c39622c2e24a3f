// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One named argument that a command takes, with its type; at the same time the key by which the command's code gets it.
 *
 * <p>Immutable: the methods that say more return another parameter.
 *
 * @param <T> what the code gets
 */
public final class Parameter<T> {
    private final String name;
    private final ValueType type;
    private final Reader<T> reader;
    private final boolean isOptional;
    private final String description;

    /** Reads an argument. */
    private interface Reader<T> {
        T read(JsonInputVisitor arguments, String name);
    }

    private Parameter(String name, ValueType type, Reader<T> reader, boolean isOptional, String description) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = type;
        this.reader = reader;
        this.isOptional = isOptional;
        this.description = description;
    }

    private static <T> Parameter<T> of(String name, ValueType type, Reader<T> reader) {
        return new Parameter<>(name, type, reader, false, "");
    }

    /** Returns a parameter that is a string. */
    public static Parameter<String> string(String name) {
        return of(name, ValueType.string(), JsonInputVisitor::readString);
    }

    /** Returns a parameter that is true or false. */
    public static Parameter<Boolean> bool(String name) {
        return of(name, ValueType.bool(), JsonInputVisitor::readBool);
    }

    /** Returns a parameter that is a signed integer of 64 bits. */
    public static Parameter<Long> integer(String name) {
        return of(name, ValueType.signed(Long.SIZE), JsonInputVisitor::readInt64);
    }

    /** Returns a parameter that is a list of strings. */
    public static Parameter<List<String>> strings(String name) {
        return list(name, ValueType.string());
    }

    /** Returns a parameter that is a list of words from a set. */
    public static Parameter<List<String>> words(String name, EnumType words) {
        return list(name, words);
    }

    @SuppressWarnings("unchecked") // the types of strings and of words read strings
    private static Parameter<List<String>> list(String name, ValueType element) {
        ValueType type = ValueType.listOf(element);
        return of(
                name, type, (arguments, member) -> (List<String>) Objects.requireNonNull(type.read(arguments, member)));
    }

    /** Returns a parameter that is any value, null included. */
    public static Parameter<JsonArgument> any(String name) {
        return of(
                name,
                ValueType.any(),
                (arguments, member) -> new JsonArgument(arguments.document(), arguments.readNode(member)));
    }

    /** Returns a parameter of any type, checked against it, that the command's code reads from the request by itself. */
    public static Parameter<JsonArgument> json(String name, ValueType type) {
        return of(name, type, (arguments, member) -> {
            int node = arguments.readNode(member);
            type.read(JsonInputVisitor.qmp(arguments.document(), node, Negatives.WRAP_LIKE_QEMU), member);
            return new JsonArgument(arguments.document(), node);
        });
    }

    /** Returns this parameter as one that may be left out. */
    public Parameter<T> optional() {
        return new Parameter<>(name, type, reader, true, description);
    }

    /** Returns this parameter with a sentence that says what it is for. */
    public Parameter<T> describe(String text) {
        return new Parameter<>(name, type, reader, isOptional, text);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the type. */
    public ValueType type() {
        return type;
    }

    /** Tells whether it may be left out. */
    public boolean isOptional() {
        return isOptional;
    }

    /** Returns the sentence that says what it is for, or an empty text. */
    public String description() {
        return description;
    }

    /** Reads the argument; null if it was left out and may be. */
    @Nullable T read(JsonInputVisitor arguments) {
        return isOptional && !arguments.isPresent(name) ? null : reader.read(arguments, name);
    }

    @Override
    public String toString() {
        return name + ": " + type.wireName() + (isOptional ? ", optional" : "");
    }
}
