// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The inside of strings in QEMU's JSON dialect: escapes, and characters that are refused.
 *
 * <p>An instance holds the characters of the string decoded last. Confined to one thread. QEMU: qobject/json-parser.c,
 * parse_string.
 */
final class QemuStrings {
    private char[] chars = new char[64];
    private int length;

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /**
     * Decodes a string token.
     *
     * @param token the bytes of the token from offset 0, quotes included
     * @param size the number of its bytes
     * @return what is wrong with it, or null
     */
    @Nullable String decode(byte[] token, int size) {
        if (chars.length < size) {
            chars = Arrays.copyOf(chars, size);
        }
        length = 0;
        int end = size - 1;
        for (int at = 1; at < end; ) {
            byte c = token[at];
            if (c == '\\') {
                int escape = token[at + 1];
                if (escape == 'u') {
                    int used = unicode(token, at, size);
                    if (used < 0) {
                        String text = QemuUtf8.decode(token, at, Math.min(at + 6, size));
                        return text + " is not a valid Unicode character";
                    }
                    at += used;
                    continue;
                }
                int plain = simpleEscape(escape);
                if (plain < 0) {
                    return "invalid escape sequence in string";
                }
                chars[length++] = (char) plain;
                at += 2;
            } else if (c >= 0) {
                chars[length++] = (char) c;
                at++;
            } else {
                var utf8 = new QemuUtf8(token, at, end);
                int codePoint = utf8.next();
                if (codePoint < 0) {
                    return "invalid UTF-8 sequence in string";
                }
                length += Character.toChars(codePoint, chars, length);
                at = utf8.at();
            }
        }
        return null;
    }

    /** Reads the escape, or pair of them, that begins at {@code at}; returns how many bytes it takes, or -1. */
    private int unicode(byte[] token, int at, int size) {
        int first = fourDigits(token, at + 2, size);
        int codePoint = first;
        int used = 6;
        if (first >= 0xd800 && first <= 0xdbff && at + 7 < size && token[at + 6] == '\\' && token[at + 7] == 'u') {
            int second = fourDigits(token, at + 8, size);
            if (second >= 0xdc00 && second <= 0xdfff) {
                codePoint = Character.toCodePoint((char) first, (char) second);
                used = 12;
            }
        }
        if (!QemuUtf8.isCharacter(codePoint)) {
            return -1;
        }
        length += Character.toChars(codePoint, chars, length);
        return used;
    }

    private static int fourDigits(byte[] token, int at, int size) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < size ? Character.digit(token[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static int simpleEscape(int c) {
        return switch (c) {
            case '"', '\'', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> -1;
        };
    }
}
