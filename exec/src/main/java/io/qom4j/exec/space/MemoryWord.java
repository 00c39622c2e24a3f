// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.region.RegionMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Words of 1, 2, 4 or 8 bytes: in host memory, whether it may fault or not, and in either byte order. Stateless. */
final class MemoryWord {
    private static final boolean IS_LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private MemoryWord() {}

    /** Returns a word in the host's order, zero-extended. */
    static long get(RegionMemory memory, long offset, int size) {
        GuardedMemory guarded = memory.guarded();
        if (!guarded.mayFault()) {
            return get(guarded.segment(), offset, size);
        }
        return switch (size) {
            case 1 -> guarded.getByte(offset) & 0xFFL;
            case 2 -> guarded.getShort(offset) & 0xFFFFL;
            case 4 -> guarded.getInt(offset) & 0xFFFF_FFFFL;
            default -> guarded.getLong(offset);
        };
    }

    /** Stores the low bits of a value in the host's order. */
    static void put(RegionMemory memory, long offset, int size, long value) {
        GuardedMemory guarded = memory.guarded();
        if (!guarded.mayFault()) {
            put(guarded.segment(), offset, size, value);
            return;
        }
        switch (size) {
            case 1 -> guarded.putByte(offset, (byte) value);
            case 2 -> guarded.putShort(offset, (short) value);
            case 4 -> guarded.putInt(offset, (int) value);
            default -> guarded.putLong(offset, value);
        }
    }

    /** Returns a word in the host's order from memory that does not fault, zero-extended. */
    static long get(MemorySegment memory, long offset, int size) {
        return switch (size) {
            case 1 -> memory.get(ValueLayout.JAVA_BYTE, offset) & 0xFFL;
            case 2 -> memory.get(SHORT, offset) & 0xFFFFL;
            case 4 -> memory.get(INT, offset) & 0xFFFF_FFFFL;
            default -> memory.get(LONG, offset);
        };
    }

    /** Stores the low bits of a value in the host's order into memory that does not fault. */
    static void put(MemorySegment memory, long offset, int size, long value) {
        switch (size) {
            case 1 -> memory.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
            case 2 -> memory.set(SHORT, offset, (short) value);
            case 4 -> memory.set(INT, offset, (int) value);
            default -> memory.set(LONG, offset, value);
        }
    }

    /** Turns a value from the host's order into another, or back. */
    static long inOrder(long value, int size, ByteOrder order) {
        return (order == ByteOrder.LITTLE_ENDIAN) == IS_LITTLE ? value : swap(value, size);
    }

    /** Returns a value with its bytes reversed; bits beyond its size are dropped. */
    static long swap(long value, int size) {
        return Long.reverseBytes(value) >>> (Long.SIZE - size * Byte.SIZE);
    }

    /** Returns the mask of the bits that a word of a size has. */
    static long mask(int size) {
        return -1L >>> (Long.SIZE - size * Byte.SIZE);
    }
}
