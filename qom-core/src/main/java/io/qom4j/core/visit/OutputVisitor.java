// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import org.jspecify.annotations.Nullable;

/**
 * A sink of typed values, given one by one with their member names.
 *
 * <p>Inside a struct each call names the member; inside a list, and for a lone value, the name is null. Confined to one
 * thread. QEMU: include/qapi/visitor.h, output visitors.
 */
public interface OutputVisitor {
    /** Writes a boolean. */
    void writeBool(@Nullable String name, boolean value);

    /** Writes a signed 64-bit integer. */
    void writeInt64(@Nullable String name, long value);

    /** Writes an unsigned 64-bit integer. */
    void writeUint64(@Nullable String name, long value);

    /** Writes a size in bytes, unsigned 64 bits. */
    void writeSize(@Nullable String name, long value);

    /** Writes a floating-point number. */
    void writeNumber(@Nullable String name, double value);

    /** Writes a string; an absent string is the empty one on the wire. */
    void writeString(@Nullable String name, @Nullable String value);

    /** Writes the word of an enumeration; like a string unless the sink marks words. */
    default void writeEnum(@Nullable String name, String word) {
        writeString(name, word);
    }

    /** Writes a null. */
    void writeNull(@Nullable String name);

    /** Writes a value of the kinds that {@link InputVisitor#readAny} returns. */
    void writeAny(@Nullable String name, @Nullable Object value);

    /** Opens a struct. */
    void beginStruct(@Nullable String name);

    /** Closes the open struct. */
    void endStruct();

    /** Opens a list. */
    void beginList(@Nullable String name);

    /** Closes the open list. */
    void endList();
}
