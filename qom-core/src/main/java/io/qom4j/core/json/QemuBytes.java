// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.NumberText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of ASCII bytes with the scalars of JSON as QEMU prints them.
 *
 * <p>Integers, strings and floating numbers without a fraction are printed without making objects. Confined to one thread.
 * QEMU: qobject/json-writer.c.
 */
final class QemuBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int REPLACEMENT = 0xfffd;
    private static final int LONGEST_ESCAPE = 12;
    private static final int LONGEST_INTEGER = 20;
    private static final double EXACT_INTEGERS = 0x1p53;

    private byte[] bytes = new byte[512];
    private int size;

    void clear() {
        size = 0;
    }

    void cut(int newSize) {
        size = newSize;
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.US_ASCII);
    }

    void put(char c) {
        reserve(1);
        bytes[size++] = (byte) c;
    }

    @SuppressWarnings("deprecation") // copies low bytes at once, which is what ASCII is
    void put(String ascii) {
        int length = ascii.length();
        reserve(length);
        ascii.getBytes(0, length, bytes, size);
        size += length;
    }

    void blanks(int count) {
        reserve(count);
        Arrays.fill(bytes, size, size + count, (byte) ' ');
        size += count;
    }

    void int64(long value) {
        if (value >= 0) {
            digits(value);
        } else {
            put('-');
            uint64(-value);
        }
    }

    void uint64(long value) {
        if (value >= 0) {
            digits(value);
        } else {
            long tens = Long.divideUnsigned(value, 10);
            digits(tens);
            put((char) ('0' + (value - 10 * tens)));
        }
    }

    void number(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(value) < EXACT_INTEGERS && (whole != 0 || 1 / value > 0)) {
            int64(whole);
        } else if (Double.isFinite(value)) {
            put(NumberText.format(value));
        } else {
            throw new ValueException("the number " + value + " has no JSON form; numbers must be finite");
        }
    }

    /** Appends a string in double quotes; what is no Unicode character becomes U+FFFD. */
    void quoted(String text) {
        put('"');
        if (isPlain(text)) {
            put(text);
        } else {
            escaped(text);
        }
        put('"');
    }

    private static boolean isPlain(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    private void escaped(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            reserve(LONGEST_ESCAPE);
            char c = text.charAt(i);
            if (isPlain(c)) {
                bytes[size++] = (byte) c;
            } else if (Character.isHighSurrogate(c)) {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
                astral(codePoint);
            } else {
                escape(c);
            }
        }
    }

    private void astral(int codePoint) {
        if (QemuUtf8.isCharacter(codePoint)) {
            unicode(Character.highSurrogate(codePoint));
            unicode(Character.lowSurrogate(codePoint));
        } else {
            unicode(REPLACEMENT);
        }
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> pair('"');
            case '\\' -> pair('\\');
            case '\b' -> pair('b');
            case '\f' -> pair('f');
            case '\n' -> pair('n');
            case '\r' -> pair('r');
            case '\t' -> pair('t');
            default -> unicode(QemuUtf8.isCharacter(c) ? c : REPLACEMENT);
        }
    }

    private void pair(char c) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
    }

    private void unicode(int unit) {
        pair('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[unit >> shift & 0xf];
        }
    }

    /** Appends a number that is not negative. */
    private void digits(long value) {
        reserve(LONGEST_INTEGER);
        int end = size + 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            end++;
        }
        long rest = value;
        for (int at = end - 1; at >= size; at--) {
            long tens = rest / 10;
            bytes[at] = (byte) ('0' + (rest - 10 * tens));
            rest = tens;
        }
        size = end;
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }
}
