// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.quantity;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ValueException;
import java.util.List;

/**
 * A refusal of a text that should be a size, a duration or a frequency.
 *
 * <p>Immutable.
 */
public final class QuantityException extends ValueException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What is wrong with the text. */
    public enum Fault {
        /** It is no number with a unit. */
        MALFORMED,
        /** It is no whole number of the unit that counts. */
        INEXACT,
        /** It does not fit 64 bits. */
        OUT_OF_RANGE
    }

    /** Makes a refusal. */
    public QuantityException(Fault fault, String message, List<String> hints) {
        super(ErrorClass.GENERIC_ERROR, message, hints, null);
        this.fault = fault;
    }

    /** Returns what is wrong with the text. */
    public Fault fault() {
        return fault;
    }
}
