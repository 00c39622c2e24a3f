// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import java.util.List;

/**
 * A remark about text that was accepted but should be written differently.
 *
 * <p>Immutable.
 *
 * @param message what was noticed, without the word {@code warning}
 * @param hints lines that say what to write instead; may be empty
 */
public record Warning(String message, List<String> hints) {
    /** Copies the hints. */
    public Warning {
        hints = List.copyOf(hints);
    }

    /** Makes a warning without hints. */
    public static Warning of(String message) {
        return new Warning(message, List.of());
    }
}
