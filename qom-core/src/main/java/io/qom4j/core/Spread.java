// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * How the hash of a string is spread over a table.
 *
 * <p>Names that people give differ in their last digits, so that their hashes lie side by side, and a table that is addressed by
 * them as they are has long runs of taken slots. Multiplying by the golden ratio sets neighbours far apart. All methods are
 * pure.
 */
final class Spread {
    /** The golden ratio in 32 bits; odd. */
    static final int GOLDEN = 0x9e3779b1;

    private Spread() {}

    /** Returns a hash of which the low bits depend on all of the given one. */
    static int of(int hash) {
        int spread = hash * GOLDEN;
        return spread ^ (spread >>> 16);
    }
}
