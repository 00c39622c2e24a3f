// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

/**
 * A pattern for names and texts: {@code *} stands for any characters, {@code ?} for one; all others for themselves.
 *
 * <p>Immutable.
 *
 * @param pattern the pattern
 */
record Glob(String pattern) {
    /** Tells whether only one text matches: the pattern itself. */
    boolean isLiteral() {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int tried = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                tried = in;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                // Let the last star take one character more, and go on behind it.
                at = star + 1;
                in = ++tried;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
