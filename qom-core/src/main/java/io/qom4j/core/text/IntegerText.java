// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

/**
 * Integers as text, by the rules of the C library with the base found from the text.
 *
 * <p>Leading white space and one sign are allowed; {@code 0x} or {@code 0X} starts a hexadecimal number, another leading
 * {@code 0} an octal one. So {@code 010} is 8 and {@code 08} is no number. The methods named {@code scan…} read the longest
 * number from an index on; the others demand that it fills the text.
 *
 * <p>All methods are pure. QEMU: util/cutils.c, the strto and parse_uint wrappers.
 *
 * <p>Thread-safe: it has no state.
 */
public final class IntegerText {
    private IntegerText() {}

    /** Reads a signed 64-bit integer that fills the text. */
    public static ParsedNumber int64(String text) {
        return whole(text, scanInt64(text, 0));
    }

    /**
     * Reads an unsigned 64-bit integer that fills the text. A minus sign is allowed and counts modulo 2^64, as in C:
     * {@code -1} is 2^64-1.
     */
    public static ParsedNumber uint64(String text) {
        return whole(text, scanUint64(text, 0));
    }

    /** Reads an unsigned 64-bit integer that fills the text and has no minus sign. */
    public static ParsedNumber unsigned(String text) {
        return whole(text, scanUnsigned(text, 0));
    }

    /** Reads the longest signed 64-bit integer that starts at {@code from}. */
    public static ParsedNumber scanInt64(String text, int from) {
        return scan(text, from, Sign.SIGNED);
    }

    /** Reads the longest unsigned 64-bit integer that starts at {@code from}; a minus sign counts modulo 2^64. */
    public static ParsedNumber scanUint64(String text, int from) {
        return scan(text, from, Sign.MODULO);
    }

    /** Reads the longest unsigned 64-bit integer that starts at {@code from} and has no minus sign. */
    public static ParsedNumber scanUnsigned(String text, int from) {
        return scan(text, from, Sign.NO_MINUS);
    }

    private enum Sign {
        SIGNED,
        MODULO,
        NO_MINUS
    }

    private static ParsedNumber whole(String text, ParsedNumber number) {
        return number.end() == text.length() ? number : ParsedNumber.invalid(number.end());
    }

    private static ParsedNumber scan(String text, int from, Sign sign) {
        int at = skipBlanks(text, from);
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || (at < text.length() && text.charAt(at) == '+')) {
            at++;
        }
        if (negative && sign == Sign.NO_MINUS) {
            return ParsedNumber.invalid(from);
        }
        int base = base(text, at);
        if (base == 16) {
            at += 2;
        }
        ParsedNumber magnitude = digits(text, at, base);
        if (!magnitude.isOk()) {
            return magnitude.end() == at ? ParsedNumber.invalid(from) : magnitude;
        }
        long value = magnitude.value();
        if (sign == Sign.SIGNED && value < 0 && !(negative && value == Long.MIN_VALUE)) {
            return ParsedNumber.outOfRange(magnitude.end());
        }
        return ParsedNumber.ok(negative ? -value : value, magnitude.end());
    }

    /** Reads the longest run of digits that starts at {@code from}, unsigned 64 bits, without blanks or sign. */
    static ParsedNumber digits(String text, int from, int base) {
        long value = 0;
        boolean overflow = false;
        int at = from;
        for (int digit; at < text.length() && (digit = digit(text.charAt(at), base)) >= 0; at++) {
            long next = value * base + digit;
            overflow |= Math.unsignedMultiplyHigh(value, base) != 0 || Long.compareUnsigned(next, digit) < 0;
            value = next;
        }
        if (at == from) {
            return ParsedNumber.invalid(from);
        }
        return overflow ? ParsedNumber.outOfRange(at) : ParsedNumber.ok(value, at);
    }

    private static int base(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '0') {
            return 10;
        }
        boolean x = at + 2 < text.length() && (text.charAt(at + 1) | 0x20) == 'x';
        return x && digit(text.charAt(at + 2), 16) >= 0 ? 16 : 8;
    }

    /** Returns the index of the first character from {@code from} on that C does not call white space. */
    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Returns the value of an ASCII digit in this base, or -1. */
    static int digit(char c, int base) {
        int value;
        if (c >= '0' && c <= '9') {
            value = c - '0';
        } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') {
            value = (c | 0x20) - 'a' + 10;
        } else {
            return -1;
        }
        return value < base ? value : -1;
    }
}
