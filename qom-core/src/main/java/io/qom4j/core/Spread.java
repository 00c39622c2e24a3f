// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * How the hash of a string is spread over a table, and how a table grows.
 *
 * <p>Names that people give differ in their last digits, so that their hashes lie side by side, and a table that is addressed by
 * them as they are has long runs of taken slots. Multiplying by the golden ratio sets neighbours far apart. All methods are
 * pure.
 */
final class Spread {
    /** The golden ratio in 32 bits; odd. */
    static final int GOLDEN = 0x9e3779b1;

    /** Up to here a table grows in large steps: filling it anew touches every object, and small tables cost little. */
    private static final int SMALL = 1 << 16;

    private Spread() {}

    /** Returns a hash of which the low bits depend on all of the given one. */
    static int of(int hash) {
        int spread = hash * GOLDEN;
        return spread ^ (spread >>> 16);
    }

    /** Returns the size of a table, a power of two, that is less than half full with so many entries. */
    static int roomFor(int entries) {
        return Integer.highestOneBit(Math.max(entries, 1)) << 2;
    }

    /** Returns the size of the table that follows one that is half full, counting what was removed from it. */
    static int capacity(int size, int live) {
        if (live * 4 < size) {
            return size;
        }
        return size < SMALL ? size * 4 : size * 2;
    }
}
