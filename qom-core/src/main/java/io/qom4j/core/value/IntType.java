// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of integers of one width and sign, perhaps narrowed to a range.
 *
 * <p>Immutable.
 *
 * @param bits the width: 8, 16, 32 or 64
 * @param isSigned whether negative values exist
 * @param min the least legal value; unsigned if {@code isSigned} is false
 * @param max the greatest legal value; unsigned if {@code isSigned} is false
 */
public record IntType(int bits, boolean isSigned, long min, long max) implements ValueType {
    /** Checks the width and the range. */
    public IntType {
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
            throw new IllegalArgumentException("an integer has 8, 16, 32 or 64 bits, not " + bits);
        }
        int unused = Long.SIZE - bits;
        boolean fit = isSigned
                ? min <= max && min >= Long.MIN_VALUE >> unused && max <= Long.MAX_VALUE >> unused
                : Long.compareUnsigned(min, max) <= 0 && Long.compareUnsigned(max, -1L >>> unused) <= 0;
        if (!fit) {
            throw new IllegalArgumentException("no range of " + (isSigned ? "" : "un") + "signed " + bits
                    + "-bit integers: from " + min + " to " + max);
        }
    }

    /** Returns the full signed type of a width. */
    public static IntType signed(int bits) {
        return new IntType(bits, true, Long.MIN_VALUE >> (Long.SIZE - bits), Long.MAX_VALUE >> (Long.SIZE - bits));
    }

    /** Returns the full unsigned type of a width. */
    public static IntType unsigned(int bits) {
        return new IntType(bits, false, 0, -1L >>> (Long.SIZE - bits));
    }

    /** Returns this type narrowed to a range; both ends are legal. */
    public IntType between(long least, long greatest) {
        return new IntType(bits, isSigned, least, greatest);
    }

    /** Tells whether all values of 64 bits are legal. */
    public boolean takesEveryLong() {
        return isSigned ? min == Long.MIN_VALUE && max == Long.MAX_VALUE : min == 0 && max == -1L;
    }

    /** Tells whether a value is legal. */
    public boolean contains(long value) {
        return isSigned
                ? value >= min && value <= max
                : Long.compareUnsigned(value, min) >= 0 && Long.compareUnsigned(value, max) <= 0;
    }

    /**
     * Refuses a value outside the range.
     *
     * @throws ValueException for example {@code Parameter 'slot' must be in range [0, 7], not 9}
     */
    public long check(@Nullable String name, long value) {
        if (!contains(value)) {
            throw new ValueException("Parameter '" + name + "' must be in range [" + text(min) + ", " + text(max)
                    + "], not " + text(value));
        }
        return value;
    }

    /** Reads a value without boxing it. */
    public long readLong(InputVisitor visitor, @Nullable String name) {
        return check(name, isSigned ? visitor.readInt(name, bits) : visitor.readUint(name, bits));
    }

    /** Writes a value without boxing it. */
    public void writeLong(OutputVisitor visitor, @Nullable String name, long value) {
        if (isSigned) {
            visitor.writeInt64(name, value);
        } else {
            visitor.writeUint64(name, value);
        }
    }

    /** Returns a value of this type as decimal text. */
    public String text(long value) {
        return isSigned ? Long.toString(value) : Long.toUnsignedString(value);
    }

    @Override
    public String wireName() {
        return (isSigned ? "int" : "uint") + bits;
    }

    @Override
    public String describe() {
        return "an integer from " + text(min) + " to " + text(max);
    }

    @Override
    public Object read(InputVisitor visitor, @Nullable String name) {
        return readLong(visitor, name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        writeLong(visitor, name, (Long) Objects.requireNonNull(value));
    }

    /** Returns the eight full types, narrowest first, signed before unsigned. */
    public static List<IntType> all() {
        return List.of(
                signed(8), unsigned(8), signed(16), unsigned(16), signed(32), unsigned(32), signed(64), unsigned(64));
    }
}
