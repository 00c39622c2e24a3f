// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

import java.util.Locale;

/**
 * How bad a problem is.
 *
 * <p>Immutable.
 */
public enum Severity {
    /** The document cannot be loaded. */
    ERROR,

    /** The document can be loaded, but should be written differently. */
    WARNING;

    /** Returns the word for people and machines: {@code error}, {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
