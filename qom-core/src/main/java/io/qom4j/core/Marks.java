// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Which slots of an open-addressed table are taken, with seven bits of the hash of what is there.
 *
 * <p>A search looks only here until the seven bits agree: at a byte for each slot, mostly in the processor's nearest cache, instead of
 * at objects all over memory. A slot that was left is passed by a search, and is taken again by the next that comes by with something new.
 *
 * <p>One writer at a time; readers take no lock. What is in a slot is written before its mark, so that a reader who finds the mark
 * finds it there, or what was put there since, or nothing if that has left.
 */
final class Marks {
    private static final VarHandle MARKS = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final byte EMPTY = 0;
    private static final byte LEFT = 1;

    private final byte[] marks;

    /** Makes marks for so many slots, a power of two. */
    Marks(int size) {
        marks = new byte[size];
    }

    /** Returns how many slots there are. */
    int size() {
        return marks.length;
    }

    /** Returns the first slot in which something of this hash may be, or -1. */
    int first(int hash) {
        return search(hash, Spread.of(hash) & (marks.length - 1));
    }

    /** Returns the next slot in which something of this hash may be, or -1. */
    int next(int hash, int slot) {
        return search(hash, (slot + 1) & (marks.length - 1));
    }

    private int search(int hash, int from) {
        byte wanted = of(hash);
        int mask = marks.length - 1;
        for (int slot = from; ; slot = (slot + 1) & mask) {
            byte mark = (byte) MARKS.getAcquire(marks, slot);
            if (mark == wanted) {
                return slot;
            }
            if (mark == EMPTY) {
                return -1;
            }
        }
    }

    /** Returns the slot for something new of this hash. */
    int free(int hash) {
        int mask = marks.length - 1;
        int slot = Spread.of(hash) & mask;
        while (marks[slot] < 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Tells whether nothing was ever in a slot. */
    boolean isEmpty(int slot) {
        return marks[slot] == EMPTY;
    }

    /** Marks a slot that holds something of this hash now. */
    void take(int slot, int hash) {
        MARKS.setRelease(marks, slot, of(hash));
    }

    /** Marks a slot that holds nothing any more. */
    void leave(int slot) {
        MARKS.setRelease(marks, slot, LEFT);
    }

    /** Returns how many slots are not empty. */
    int used() {
        int used = 0;
        for (byte mark : marks) {
            used += mark == EMPTY ? 0 : 1;
        }
        return used;
    }

    /** Returns seven bits of a hash on which the slot depends least, and a sign that something is there. */
    private static byte of(int hash) {
        return (byte) (((hash * Spread.GOLDEN) >>> 25) | Byte.MIN_VALUE);
    }
}
