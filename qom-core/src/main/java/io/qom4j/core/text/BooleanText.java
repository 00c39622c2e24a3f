// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import org.jspecify.annotations.Nullable;

/**
 * Booleans as text: {@code on yes true y} and {@code off no false n}, in lower case alone.
 *
 * <p>All methods are pure. QEMU: qapi/qapi-util.c, qapi_bool_parse.
 *
 * <p>Thread-safe: it has no state.
 */
public final class BooleanText {
    private BooleanText() {}

    /** Reads a boolean; returns null if the text is none of the eight words. */
    public static @Nullable Boolean parse(String text) {
        return switch (text) {
            case "on", "yes", "true", "y" -> true;
            case "off", "no", "false", "n" -> false;
            default -> null;
        };
    }
}
