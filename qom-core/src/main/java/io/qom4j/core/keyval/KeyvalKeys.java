// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

/**
 * The fragments of dotted keys.
 *
 * <p>All methods are pure.
 */
final class KeyvalKeys {
    private KeyvalKeys() {}

    /** Returns the end of the fragment that begins here; the beginning itself if there is none. */
    static int endOfFragment(String text, int from, boolean first) {
        int digits = endOfDigits(text, from);
        return first || digits == from ? endOfName(text, from) : digits;
    }

    /** Tells whether a fragment is an index. */
    static boolean isIndex(String fragment) {
        return !fragment.isEmpty() && isDigit(fragment.charAt(0));
    }

    /** Returns the value of an index; those that are too large for an int are all the largest int. */
    static int index(String fragment) {
        long value = 0;
        for (int i = 0; i < fragment.length() && value <= Integer.MAX_VALUE; i++) {
            value = 10 * value + (fragment.charAt(i) - '0');
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the end of the name that begins here, with its vendor's prefix if it has one. */
    private static int endOfName(String text, int from) {
        int at = from;
        if (text.startsWith("_", at)) {
            if (!text.startsWith("__", at)) {
                return from;
            }
            at += 2;
            while (at < text.length() && (isLetterOrDigit(text.charAt(at)) || "-.".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            if (!text.startsWith("_", at)) {
                return from;
            }
            at++;
        }
        if (at == text.length() || !isLetter(text.charAt(at))) {
            return from;
        }
        while (at < text.length() && (isLetterOrDigit(text.charAt(at)) || "-_".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }
}
