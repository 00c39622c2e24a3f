// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * Surrogates that are not one of a pair: Java strings may hold them, UTF-8 and so JSON may not.
 *
 * <p>All methods are pure.
 */
final class Surrogates {
    private Surrogates() {}

    /** Tells whether the char at this index is a surrogate without its other half. */
    static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** Returns the index of the first lone surrogate, or -1. */
    static int firstLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && isLone(text, i)) {
                return i;
            }
        }
        return -1;
    }

    static void requirePaired(String text, String file) {
        int lone = firstLone(text);
        if (lone >= 0) {
            throw new JsonException(
                    new SourcePosition(file, 0, 0), "", "the text has a lone surrogate at index " + lone);
        }
    }
}
