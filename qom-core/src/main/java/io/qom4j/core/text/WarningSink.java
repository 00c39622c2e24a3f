// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

/**
 * A receiver of warnings, given to whatever reads text; called in the order in which the text is read.
 *
 * <p>Called in the thread that reads; one that several readers share must be thread-safe.
 */
@FunctionalInterface
public interface WarningSink {
    /** Drops every warning. */
    WarningSink IGNORE = warning -> {};

    /** Receives one warning. */
    void warn(Warning warning);
}
