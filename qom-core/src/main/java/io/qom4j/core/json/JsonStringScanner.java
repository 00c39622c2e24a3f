// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.nio.charset.StandardCharsets;

/**
 * The grammar of a JSON string, with well-formed UTF-8 and paired surrogates.
 *
 * <p>All methods are pure.
 */
final class JsonStringScanner {
    private final byte[] bytes;
    private final byte quote;
    private final boolean lenient;
    private int at;
    private int length;
    private int highSurrogateAt = -1;

    private JsonStringScanner(byte[] bytes, int start, boolean lenient) {
        this.bytes = bytes;
        this.quote = bytes[start];
        this.lenient = lenient;
        this.at = start + 1;
    }

    /** Returns the end of the string that begins at {@code start}, after its closing quote. */
    static int scan(byte[] bytes, int start, boolean lenient, int maxLength) throws JsonFault {
        return new JsonStringScanner(bytes, start, lenient).string(start, maxLength);
    }

    /** Returns the text between the quotes of a string that was scanned without a fault. */
    static String decode(byte[] bytes, int start, int end) {
        var text = new StringBuilder(end - start);
        int from = start;
        for (int at = start; at < end; ) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
            if (bytes[at + 1] == 'u') {
                text.append((char) Integer.parseInt(JsonFound.ascii(bytes, at + 2, at + 6), 16));
                at += 6;
            } else {
                text.append(escaped(bytes[at + 1]));
                at += 2;
            }
            from = at;
        }
        return text.append(new String(bytes, from, end - from, StandardCharsets.UTF_8))
                .toString();
    }

    private static char escaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter;
        };
    }

    private int string(int start, int maxLength) throws JsonFault {
        while (at < bytes.length) {
            byte c = bytes[at];
            if (highSurrogateAt >= 0 && !(c == '\\' && at + 1 < bytes.length && bytes[at + 1] == 'u')) {
                throw loneSurrogate(highSurrogateAt);
            }
            if (c == quote) {
                return at + 1;
            }
            if (c == '\\') {
                escape();
            } else if (c >= 0 && c < ' ') {
                throw controlCharacter(start, c);
            } else {
                int size = Utf8.sequenceLength(bytes, at);
                if (size == 0) {
                    throw new JsonFault(at, String.format("the byte 0x%02X is not well-formed UTF-8", c));
                }
                at += size;
                length += size == 4 ? 2 : 1;
            }
            if (length > maxLength) {
                throw new JsonFault(start, "a string has more than " + maxLength + " characters");
            }
        }
        throw new JsonFault(start, "the string that begins here is not closed");
    }

    private static JsonFault loneSurrogate(int offset) {
        return new JsonFault(offset, "a surrogate escape must be one of a pair, high before low");
    }

    private JsonFault controlCharacter(int start, byte c) {
        if (c == '\n' || c == '\r') {
            return new JsonFault(start, "the string that begins here is not closed on its line");
        }
        return new JsonFault(
                at, String.format("a control character (U+%04X) must be written as an escape in a string", c));
    }

    private void escape() throws JsonFault {
        int start = at;
        byte c = at + 1 < bytes.length ? bytes[at + 1] : 0;
        at += 2;
        if (c == 'u') {
            unicode(start);
        } else if ("\"\\/bfnrt".indexOf(c) < 0 && !(lenient && c == '\'')) {
            throw new JsonFault(start, "an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        }
        length++;
    }

    private void unicode(int start) throws JsonFault {
        int unit = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
            if (digit < 0) {
                throw new JsonFault(start, "\\u takes four hexadecimal digits");
            }
            unit = unit << 4 | digit;
        }
        if (highSurrogateAt >= 0) {
            if (!Character.isLowSurrogate((char) unit)) {
                throw loneSurrogate(highSurrogateAt);
            }
            highSurrogateAt = -1;
        } else if (Character.isHighSurrogate((char) unit)) {
            highSurrogateAt = start;
        } else if (Character.isLowSurrogate((char) unit)) {
            throw loneSurrogate(start);
        }
    }
}
