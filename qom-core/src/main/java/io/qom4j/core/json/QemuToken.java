// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/** The kind of one token of QEMU's JSON dialect. */
enum QemuToken {
    LEFT_BRACE,
    RIGHT_BRACE,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    COLON,
    COMMA,
    STRING,
    INTEGER,
    FLOAT,
    KEYWORD;

    /** Returns the token that this byte is by itself; a comma for bytes that are none. */
    static QemuToken structural(int c) {
        return switch (c) {
            case '{' -> LEFT_BRACE;
            case '}' -> RIGHT_BRACE;
            case '[' -> LEFT_BRACKET;
            case ']' -> RIGHT_BRACKET;
            case ':' -> COLON;
            default -> COMMA;
        };
    }
}
