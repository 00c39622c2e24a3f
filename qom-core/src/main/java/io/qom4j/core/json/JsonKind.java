// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * The kind of one value in a {@link JsonDocument}.
 *
 * <p>Immutable.
 */
public enum JsonKind {
    /** {@code {…}}. */
    OBJECT(0),
    /** {@code […]}. */
    ARRAY(1),
    /** {@code "…"}. */
    STRING(2),
    /** An integer literal that fits 64 bits with sign. */
    INT64(3),
    /** An integer literal above 2^63-1 that fits 64 bits without sign. */
    UINT64(4),
    /** A literal with a point or an exponent, or an integer literal that does not fit 64 bits. */
    REAL(5),
    /** {@code true}. */
    TRUE(6),
    /** {@code false}. */
    FALSE(7),
    /** {@code null}. */
    NULL(8);

    private static final JsonKind[] VALUES = values();

    /** How the kind is written on a tape; the containers come first. */
    private final int code;

    JsonKind(int code) {
        this.code = code;
    }

    static JsonKind of(int code) {
        return VALUES[code];
    }

    static boolean isContainer(int code) {
        return code <= ARRAY.code;
    }

    int code() {
        return code;
    }

    /** Returns a bit that no other kind has: for sets of kinds in an {@code int}. */
    public int bit() {
        return 1 << code;
    }

    /** Tells whether values of this kind hold others. */
    public boolean isContainer() {
        return isContainer(code);
    }

    /** Tells whether values of this kind are numbers. */
    public boolean isNumber() {
        return this == INT64 || this == UINT64 || this == REAL;
    }
}
