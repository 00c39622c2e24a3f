// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.schema;

import java.math.BigInteger;

/**
 * Regular expressions for numbers up to or from a bound, which schemas need where a number stands in a text.
 *
 * <p>Leading zeros are allowed throughout. All methods are pure.
 */
final class DigitPattern {
    private static final String DIGITS = "0123456789abcdef";

    private DigitPattern() {}

    /** Returns an expression for the whole numbers up to a bound that is not negative. */
    static String atMost(BigInteger bound, int radix) {
        String digits = bound.toString(radix);
        String shorter = digits.length() == 1 ? "" : all(radix) + times(1, digits.length() - 1) + "|";
        return "0*(?:" + shorter + sameLengthAtMost(digits, radix) + ")";
    }

    /** Returns an expression for the whole numbers from a bound that is not negative. */
    static String atLeast(BigInteger bound, int radix) {
        if (bound.signum() == 0) {
            return all(radix) + "+";
        }
        String digits = bound.toString(radix);
        String longer = oneOf(1, radix - 1) + all(radix) + "{" + digits.length() + ",}";
        return "0*(?:" + longer + "|" + sameLengthAtLeast(digits, radix) + ")";
    }

    /** Returns an expression for one whole number. */
    static String exactly(BigInteger number, int radix) {
        if (number.signum() == 0) {
            return "0+";
        }
        StringBuilder out = new StringBuilder("0*");
        number.toString(radix).chars().forEach(digit -> out.append(digit((char) digit, radix)));
        return out.toString();
    }

    /**
     * Returns an expression for the digits behind a point that say at most as much as some others; trailing zeros are allowed.
     *
     * @param bound the digits that say the most, as many as count
     */
    static String fractionAtMost(String bound) {
        if (bound.isEmpty()) {
            return "0*";
        }
        int first = bound.charAt(0) - '0';
        String less = first == 0 ? "" : "|" + oneOf(0, first - 1) + "[0-9]" + times(0, bound.length() - 1) + "0*";
        return "(?:" + first + fractionAtMost(bound.substring(1)) + less + ")?";
    }

    /**
     * Returns an expression for the digits behind a point that say at least as much as some others; trailing zeros are allowed.
     *
     * @param bound the digits that say the least, as many as count
     */
    static String fractionAtLeast(String bound) {
        if (bound.isEmpty()) {
            return "0*";
        }
        if (bound.chars().allMatch(digit -> digit == '0')) {
            return "[0-9]" + times(0, bound.length()) + "0*";
        }
        int first = bound.charAt(0) - '0';
        String more = first == 9 ? "" : "|" + oneOf(first + 1, 9) + "[0-9]" + times(0, bound.length() - 1) + "0*";
        return "(?:" + first + fractionAtLeast(bound.substring(1)) + more + ")";
    }

    private static String sameLengthAtMost(String digits, int radix) {
        int first = DIGITS.indexOf(digits.charAt(0));
        if (digits.length() == 1) {
            return oneOf(0, first);
        }
        int rest = digits.length() - 1;
        String less = first == 0 ? "" : oneOf(0, first - 1) + all(radix) + "{" + rest + "}|";
        String same = digit(digits.charAt(0), radix);
        return "(?:" + less + same + sameLengthAtMost(digits.substring(1), radix) + ")";
    }

    private static String sameLengthAtLeast(String digits, int radix) {
        int first = DIGITS.indexOf(digits.charAt(0));
        if (digits.length() == 1) {
            return oneOf(first, radix - 1);
        }
        int rest = digits.length() - 1;
        String more = first == radix - 1 ? "" : oneOf(first + 1, radix - 1) + all(radix) + "{" + rest + "}|";
        String same = digit(digits.charAt(0), radix);
        return "(?:" + more + same + sameLengthAtLeast(digits.substring(1), radix) + ")";
    }

    private static String digit(char digit, int radix) {
        int value = DIGITS.indexOf(digit);
        return radix > 10 && value > 9 ? oneOf(value, value) : String.valueOf(digit);
    }

    private static String all(int radix) {
        return oneOf(0, radix - 1);
    }

    /** Returns a class of the digits from one to another; letters count in either case. */
    private static String oneOf(int from, int to) {
        StringBuilder out = new StringBuilder("[");
        range(out, "0123456789", from, Math.min(to, 9));
        range(out, "          abcdef", Math.max(from, 10), to);
        range(out, "          ABCDEF", Math.max(from, 10), to);
        String text = out.append(']').toString();
        return text.length() == 3 ? text.substring(1, 2) : text;
    }

    private static void range(StringBuilder out, String digits, int from, int to) {
        if (from == to) {
            out.append(digits.charAt(from));
        } else if (from < to) {
            out.append(digits.charAt(from)).append('-').append(digits.charAt(to));
        }
    }

    private static String times(int least, int most) {
        return "{" + least + "," + most + "}";
    }
}
