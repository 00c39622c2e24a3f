// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The true type of a property's value: what it can hold, machine-readable.
 *
 * <p>QEMU describes a property's type by a free text that is sometimes wrong ({@code host-nodes}, a list, says
 * {@code int}). That text stays for the wire as {@link #wireName()} or the property's own; everything that has to
 * <em>know</em> (checks, help, JSON Schema, introspection) uses this type.
 *
 * <p>All implementations are immutable.
 */
public sealed interface ValueType
        permits BoolType,
                IntType,
                SizeType,
                NumberType,
                StringType,
                EnumType,
                ListType,
                StructType,
                LinkType,
                ChildType,
                AnyType {
    /** Returns the type's name in QEMU's style, for example {@code uint32}, {@code link<thread-context>}. */
    String wireName();

    /** Returns what is legal in a few words for people, for example {@code on or off}, {@code one of default, bind}. */
    String describe();

    /**
     * Reads a value of this type.
     *
     * @param name the member's name, or null inside a list
     * @return Boolean, Long, Double, String, List or Map; null only for {@link AnyType}
     * @throws io.qom4j.core.error.ValueException if the source holds something else
     */
    @Nullable Object read(InputVisitor visitor, @Nullable String name);

    /** Writes a value of this type as {@link #read} returns it. */
    void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value);

    /** Returns the type of booleans. */
    static ValueType bool() {
        return BoolType.INSTANCE;
    }

    /** Returns the type of signed integers of 8, 16, 32 or 64 bits. */
    static IntType signed(int bits) {
        return IntType.signed(bits);
    }

    /** Returns the type of unsigned integers of 8, 16, 32 or 64 bits. */
    static IntType unsigned(int bits) {
        return IntType.unsigned(bits);
    }

    /** Returns the type of sizes in bytes. */
    static ValueType size() {
        return SizeType.INSTANCE;
    }

    /** Returns the type of floating-point numbers. */
    static ValueType number() {
        return NumberType.INSTANCE;
    }

    /** Returns the type of strings. */
    static ValueType string() {
        return StringType.INSTANCE;
    }

    /** Returns the type of any value at all. */
    static ValueType any() {
        return AnyType.INSTANCE;
    }

    /** Returns the type of lists whose elements are of the given type. */
    static ListType listOf(ValueType element) {
        return new ListType(element);
    }

    /** Returns the type of words of a closed set. */
    static EnumType words(String name, List<String> words) {
        return new EnumType(name, words);
    }
}
