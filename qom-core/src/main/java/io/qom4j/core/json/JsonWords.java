// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A text eight bytes at a time: a word has the first of them lowest.
 *
 * <p>All methods are pure.
 */
final class JsonWords {
    static final long TRUE = of("true");
    static final long FALSE = of("false");
    static final long NULL = of("null");

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long EACH_HIGH_BIT = 0x8080808080808080L;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private JsonWords() {}

    private static long of(String text) {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            word = word << Byte.SIZE | text.charAt(i);
        }
        return word;
    }

    /** Returns the eight bytes from a place on, which the text has. */
    static long at(byte[] text, int place) {
        return (long) WORDS.get(text, place);
    }

    /** Returns the eight bytes from a place on; zeroes behind the end of the text. */
    static long near(byte[] text, int place) {
        return place + Long.BYTES <= text.length ? at(text, place) : last(text, place);
    }

    private static long last(byte[] text, int place) {
        long word = 0;
        for (int i = text.length - 1; i >= place; i--) {
            word = (word << Byte.SIZE) | (text[i] & 0xff);
        }
        return word;
    }

    /** Tells whether a word begins with another one of so many bytes. */
    static boolean begins(long word, long with, int length) {
        return (word ^ with) << (Long.SIZE - length * Byte.SIZE) == 0;
    }

    /** Returns where the closing quote of a string is, or -1 if there is anything but plain characters before it. */
    static int endOfPlain(byte[] text, int start, byte quote) {
        long quotes = quote * EACH_BYTE;
        for (int i = start; i < text.length; i += Long.BYTES) {
            long word = near(text, i);
            long stops = (zeroes(word ^ quotes)
                            | zeroes(word ^ '\\' * EACH_BYTE)
                            | ((word - ' ' * EACH_BYTE) & ~word)
                            | word)
                    & EACH_HIGH_BIT;
            if (stops != 0) {
                int stop = i + Long.numberOfTrailingZeros(stops) / Byte.SIZE;
                return stop < text.length && text[stop] == quote ? stop : -1;
            }
        }
        return -1;
    }

    /** Returns a word whose lowest set high bit of a byte is that of the lowest byte that is zero. */
    private static long zeroes(long word) {
        return (word - EACH_BYTE) & ~word;
    }

    /** Returns how many of the first bytes of a word are digits. */
    static int digits(long word) {
        long values = word ^ '0' * EACH_BYTE;
        long others = ((values + (0x80 - 10) * EACH_BYTE) | values) & EACH_HIGH_BIT;
        return Long.numberOfTrailingZeros(others) / Byte.SIZE;
    }

    /** Returns the number of which the first so many bytes of a word are the last digits, the others those of {@code value}. */
    static long append(long value, int digits, long word) {
        long all = digits == 0 ? 0 : (word ^ '0' * EACH_BYTE) << (Long.SIZE - digits * Byte.SIZE);
        long pairs = all * 10 + (all >>> 8);
        long mask = 0x0000_00ff_0000_00ffL;
        long eight =
                ((pairs & mask) * 0x000f_4240_0000_0064L + ((pairs >>> 16) & mask) * 0x0000_2710_0000_0001L) >>> 32;
        return value * POWERS_OF_TEN[digits] + eight;
    }
}
