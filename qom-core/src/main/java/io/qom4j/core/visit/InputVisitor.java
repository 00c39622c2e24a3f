// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import io.qom4j.core.error.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * A source of typed values that the caller asks for one by one, by member name.
 *
 * <p>The caller chooses the type; the visitor converts what it holds or refuses with QEMU's text. Inside a struct each call
 * names the member; inside a list the name is null. A visitor that stands on a single value ignores the name but uses it in
 * texts.
 *
 * <pre>{@code
 * v.beginStruct(null);
 * long size = v.readSize("size");
 * boolean share = v.isPresent("share") && v.readBool("share");
 * v.checkStruct();   // refuses members that nobody asked for
 * v.endStruct();
 * }</pre>
 *
 * <p>Every unsupported combination is a {@link ValueException}, never a crash. Confined to one thread. QEMU:
 * include/qapi/visitor.h.
 */
public interface InputVisitor {
    /** Reads a boolean. */
    boolean readBool(@Nullable String name);

    /** Reads a signed 64-bit integer. */
    long readInt64(@Nullable String name);

    /** Reads an unsigned 64-bit integer; compare it with {@link Long#compareUnsigned}. */
    long readUint64(@Nullable String name);

    /** Reads a size in bytes, unsigned 64 bits; text visitors accept suffixes such as {@code 4k}. */
    long readSize(@Nullable String name);

    /** Reads a finite floating-point number. */
    double readNumber(@Nullable String name);

    /** Reads a string. */
    String readString(@Nullable String name);

    /** Reads a null. */
    void readNull(@Nullable String name);

    /**
     * Reads a value of whatever type it has.
     *
     * @return Boolean, Long, java.math.BigInteger (unsigned values above 2^63-1), Double, String, java.util.List,
     *     java.util.Map (in source order), or null
     */
    @Nullable Object readAny(@Nullable String name);

    /** Opens the struct called {@code name}; members are read until {@link #endStruct}. */
    void beginStruct(@Nullable String name);

    /** Tells whether the open struct has a member of this name. */
    boolean isPresent(String name);

    /** Refuses if the open struct has a member that was not read. */
    void checkStruct();

    /** Closes the open struct. */
    void endStruct();

    /** Opens the list called {@code name}; elements are read, with null as name, until {@link #nextElement} is false. */
    void beginList(@Nullable String name);

    /** Moves to the next element; returns false when there is none. */
    boolean nextElement();

    /** Closes the open list; refuses elements that were not read. */
    void endList();

    /**
     * Reads a signed integer of 8, 16 or 32 bits.
     *
     * @throws ValueException if the value does not fit: {@code Parameter 'x' expects int32_t}
     */
    default long readInt(@Nullable String name, int bits) {
        long value = readInt64(name);
        if (bits < Long.SIZE && value != (value << (Long.SIZE - bits)) >> (Long.SIZE - bits)) {
            throw tooWide(name, "int" + bits + "_t");
        }
        return value;
    }

    /**
     * Reads an unsigned integer of 8, 16 or 32 bits.
     *
     * @throws ValueException if the value does not fit: {@code Parameter 'x' expects uint32_t}
     */
    default long readUint(@Nullable String name, int bits) {
        long value = readUint64(name);
        if (bits < Long.SIZE && value >>> bits != 0) {
            throw tooWide(name, "uint" + bits + "_t");
        }
        return value;
    }

    /** Returns the path of what was read last under this name, such as {@code nodes[2]}; the name itself if none is known. */
    default @Nullable String place(@Nullable String name) {
        return name;
    }

    /** QEMU calls an element of a list null; the hint says which one it is. */
    private ValueException tooWide(@Nullable String name, String expected) {
        String text = "Parameter '" + (name == null ? "null" : name) + "' expects " + expected;
        String place = name == null ? place(null) : null;
        return place == null
                ? new ValueException(text)
                : new ValueException(text, "The value is that of '" + place + "'.");
    }
}
