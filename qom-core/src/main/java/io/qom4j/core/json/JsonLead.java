// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the value of a member, byte for byte: a comma unless the member is the first, its name, the colon, and
 * the blanks between them.
 *
 * <p>Objects that look alike have the same leads in the same order, and where the bytes of a known lead come again they mean
 * the same again: comparing eight of them at a time stands for reading each. A lead remembers the one that followed it last.
 *
 * <p>Confined to one reading.
 */
final class JsonLead {
    /** What is longer is not remembered; nothing is compared where fewer bytes are left in the text. */
    static final int LONGEST = 32;

    private static final int WORD = Long.BYTES;

    final int length;

    /** The number of the name. */
    final int name;

    /** A bit that no other name has; all bits for a name that is not among the first 64. */
    final long bit;

    private final long first;
    private final long firstMask;
    private final long second;
    private final long secondMask;
    private final long third;
    private final long thirdMask;
    private final long fourth;
    private final long fourthMask;

    /** What followed the last time, or null. */
    @Nullable JsonLead next;

    /** Makes what stands where no lead does: it only has a follower. */
    JsonLead() {
        this(new byte[LONGEST], 0, 0, -1);
    }

    JsonLead(byte[] text, int start, int length, int name) {
        this.length = length;
        this.name = name;
        bit = name >= Long.SIZE ? -1 : 1L << name;
        first = JsonWords.at(text, start);
        firstMask = mask(length);
        second = JsonWords.at(text, start + WORD);
        secondMask = mask(length - WORD);
        third = JsonWords.at(text, start + 2 * WORD);
        thirdMask = mask(length - 2 * WORD);
        fourth = JsonWords.at(text, start + 3 * WORD);
        fourthMask = mask(length - 3 * WORD);
    }

    /** Returns a mask of the first so many bytes of a word. */
    private static long mask(int length) {
        return length <= 0 ? 0 : length >= WORD ? -1 : (1L << (length * Byte.SIZE)) - 1;
    }

    /** Tells whether these bytes are at a place that has {@link #LONGEST} bytes behind it. */
    boolean isAt(byte[] text, int at) {
        return (((JsonWords.at(text, at) ^ first) & firstMask)
                                | ((JsonWords.at(text, at + WORD) ^ second) & secondMask))
                        == 0
                && (length <= 2 * WORD
                        || (((JsonWords.at(text, at + 2 * WORD) ^ third) & thirdMask)
                                        | ((JsonWords.at(text, at + 3 * WORD) ^ fourth) & fourthMask))
                                == 0);
    }
}
