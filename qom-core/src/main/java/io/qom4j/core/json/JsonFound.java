// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.nio.charset.StandardCharsets;

/**
 * Words for what stands at a place of a JSON text.
 *
 * <p>All methods are pure.
 */
final class JsonFound {
    private static final int LONGEST_EXCERPT = 24;

    private JsonFound() {}

    /** Describes what begins at this offset, for the end of a sentence. */
    static String describe(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return "the end of the document";
        }
        byte c = bytes[at];
        if (c == '"') {
            return "the string " + excerpt(bytes, at, endOfString(bytes, at));
        }
        if (isWord(c) || c == '-') {
            int end = at + 1;
            while (end < bytes.length && (isWord(bytes[end]) || bytes[end] == '.')) {
                end++;
            }
            return "'" + excerpt(bytes, at, end) + "'";
        }
        if ((c >= 0 && c < ' ') || c == 0x7f) {
            return String.format("the control character U+%04X", c);
        }
        int end = at + 1;
        while (end < bytes.length && (bytes[end] & 0xc0) == 0x80) {
            end++;
        }
        return "'" + new String(bytes, at, end - at, StandardCharsets.UTF_8) + "'";
    }

    /** Returns what to add to the refusal of a word, or the empty string. */
    static String advice(String word) {
        return switch (word) {
            case "NaN", "Infinity", "nan", "inf", "Inf" -> "; numbers must be finite";
            case "True", "TRUE", "yes", "on", "Yes", "On" -> "; did you mean true?";
            case "False", "FALSE", "no", "off", "No", "Off" -> "; did you mean false?";
            case "Null", "NULL", "None", "nil", "undefined" -> "; did you mean null?";
            default -> word.isEmpty() ? "" : "; strings stand in double quotes";
        };
    }

    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Tells whether a byte is an ASCII letter, digit or underscore. */
    static boolean isWord(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static int endOfString(byte[] bytes, int at) {
        int end = at + 1;
        while (end < bytes.length && bytes[end] != '"' && bytes[end] != '\n' && end - at <= LONGEST_EXCERPT) {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, bytes.length);
    }

    private static String excerpt(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to, from + 4 * LONGEST_EXCERPT) - from, StandardCharsets.UTF_8);
        return text.length() <= LONGEST_EXCERPT ? text.stripTrailing() : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
