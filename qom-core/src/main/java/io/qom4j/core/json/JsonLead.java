// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int WORD = Long.BYTES;

    final int length;

    /** The number of the name. */
    final int name;

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
        first = word(text, start);
        firstMask = mask(length);
        second = word(text, start + WORD);
        secondMask = mask(length - WORD);
        third = word(text, start + 2 * WORD);
        thirdMask = mask(length - 2 * WORD);
        fourth = word(text, start + 3 * WORD);
        fourthMask = mask(length - 3 * WORD);
    }

    /** Returns a mask of the first so many bytes of a word. */
    private static long mask(int length) {
        return length <= 0 ? 0 : length >= WORD ? -1 : (1L << (length * Byte.SIZE)) - 1;
    }

    /** Tells whether these bytes are at a place that has {@link #LONGEST} bytes behind it. */
    boolean isAt(byte[] text, int at) {
        return (((word(text, at) ^ first) & firstMask) | ((word(text, at + WORD) ^ second) & secondMask)) == 0
                && (length <= 2 * WORD
                        || (((word(text, at + 2 * WORD) ^ third) & thirdMask)
                                        | ((word(text, at + 3 * WORD) ^ fourth) & fourthMask))
                                == 0);
    }

    /** Returns the eight bytes from a place on, the first one lowest. */
    static long word(byte[] text, int at) {
        return (long) WORDS.get(text, at);
    }
}
