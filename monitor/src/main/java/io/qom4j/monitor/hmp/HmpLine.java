// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import org.jspecify.annotations.Nullable;

/**
 * A line being read from left to right.
 *
 * <p>Confined to one thread. QEMU: monitor/hmp.c, get_command_name and get_str.
 */
final class HmpLine {
    private final String text;
    private int at;

    HmpLine(String text) {
        this.text = text;
    }

    /** Returns what was read so far. */
    String upToHere() {
        return text.substring(0, at);
    }

    void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Tells whether nothing but blanks comes. */
    boolean isBlankFromHere() {
        return text.substring(at).isBlank();
    }

    /** Reads the name of a command, which ends at a blank or a slash; empty at the end of the line. */
    String commandName() {
        skipBlanks();
        int from = at;
        while (at < text.length() && text.charAt(at) != '/' && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Returns the letter behind a dash that comes next, NUL if the line ends there, or null if no dash comes. */
    @Nullable Character flag() {
        skipBlanks();
        if (isAtEnd() || text.charAt(at) != '-') {
            return null;
        }
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    /** Goes past the dash and the letter that {@link #flag} has seen. */
    void takeFlag() {
        at += 2;
    }

    /** Reads a word, bare or in double quotes; null if there is none, or its quotes are wrong. */
    @Nullable String word() {
        skipBlanks();
        if (isAtEnd()) {
            return null;
        }
        if (text.charAt(at) == '"') {
            at++;
            return quoted();
        }
        int from = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Reads the rest of the line behind leading blanks. */
    String rest() {
        skipBlanks();
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    private @Nullable String quoted() {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return word.toString();
            }
            if (c != '\\') {
                word.append(c);
                continue;
            }
            int escaped = at < text.length() ? unescaped(text.charAt(at++)) : -1;
            if (escaped < 0) {
                return null;
            }
            word.append((char) escaped);
        }
        return null;
    }

    private static int unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '\\', '\'', '"' -> c;
            default -> -1;
        };
    }

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
