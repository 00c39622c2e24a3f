// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers as text.
 *
 * <p>All methods are pure. QEMU: util/cutils.c, qemu_strtod_finite; numbers are printed like C's {@code %.17g}.
 *
 * <p>Thread-safe: it has no state.
 */
public final class NumberText {
    /** Enough digits to get the same double back. */
    private static final int ROUND_TRIP_DIGITS = 17;

    private NumberText() {}

    /**
     * Reads a finite decimal number that fills the text, such as {@code -3.14} or {@code 1e3}; leading white space is
     * allowed.
     *
     * @return the nearest double, or NaN if the text is no such number or the number is too large for a double
     */
    public static double parse(String text) {
        int start = IntegerText.skipBlanks(text, 0);
        if (!isDecimal(text, start)) {
            return Double.NaN;
        }
        double value = Double.parseDouble(text.substring(start));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /**
     * Prints a finite number with 17 significant digits, without trailing zeros: {@code 1}, {@code 0.10000000000000001},
     * {@code 1e-10}, {@code -0}.
     *
     * @throws IllegalArgumentException if the value is infinite or NaN
     */
    public static String format(double value) {
        return general(value, ROUND_TRIP_DIGITS);
    }

    /** Prints a finite number with so many significant digits, by the rules of C's {@code %g}. */
    static String general(double value, int digits) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite number, got " + value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return rounded.toPlainString();
        }
        String unscaled = rounded.unscaledValue().abs().toString();
        var text = new StringBuilder();
        if (value < 0) {
            text.append('-');
        }
        text.append(unscaled.charAt(0));
        if (unscaled.length() > 1) {
            text.append('.').append(unscaled, 1, unscaled.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }

    /** Returns the double nearest to an unsigned 64-bit integer. */
    public static double unsignedToDouble(long value) {
        if (value >= 0) {
            return value;
        }
        // Halving keeps the lowest bit as a sticky one, so that the conversion still rounds to nearest.
        return (double) ((value >>> 1) | (value & 1)) * 2.0;
    }

    private static boolean isDecimal(String text, int start) {
        int at = start;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int first = at;
        at = endOfDigits(text, at);
        int count = at - first;
        if (at < text.length() && text.charAt(at) == '.') {
            int point = at + 1;
            at = endOfDigits(text, point);
            count += at - point;
        }
        if (count == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                at++;
            }
            int exponent = at;
            at = endOfDigits(text, at);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && IntegerText.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        return at;
    }
}
