// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

/**
 * What came of reading a number from text: the number, or why there is none.
 *
 * <p>Immutable.
 *
 * @param outcome how it went
 * @param value the number, 64 bits, signed or unsigned as asked for; zero unless the outcome is {@link Outcome#OK}
 * @param end the index of the first character that does not belong to the number
 */
public record ParsedNumber(Outcome outcome, long value, int end) {
    /** How reading a number went. */
    public enum Outcome {
        /** There is a number. */
        OK,
        /** The text is not a number of this form. */
        INVALID,
        /** The text has the right form, but the number does not fit. */
        OUT_OF_RANGE
    }

    static ParsedNumber ok(long value, int end) {
        return new ParsedNumber(Outcome.OK, value, end);
    }

    static ParsedNumber invalid(int end) {
        return new ParsedNumber(Outcome.INVALID, 0, end);
    }

    static ParsedNumber outOfRange(int end) {
        return new ParsedNumber(Outcome.OUT_OF_RANGE, 0, end);
    }

    /** Tells whether there is a number. */
    public boolean isOk() {
        return outcome == Outcome.OK;
    }
}
