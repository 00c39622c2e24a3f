// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.schema;

import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.config.quantity.Suffix;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions for quantities as text, as exact as the loader: units, fractions that are whole in the smallest unit, and
 * bounds.
 *
 * <p>Immutable.
 */
final class QuantityPattern {
    /** The fractions with four decimals at most that are whole when multiplied by 1024: the sixteenths. */
    private static final List<String> SIXTEENTHS = List.of(
            "0", "0625", "125", "1875", "25", "3125", "375", "4375", "5", "5625", "625", "6875", "75", "8125", "875",
            "9375");

    private static final BigInteger SIXTEEN = BigInteger.valueOf(16);
    private static final String HEX_SUFFIXES = "kmgtp";

    private final Scale scale;
    private final boolean isBytes;

    QuantityPattern(Scale scale) {
        this.scale = scale;
        this.isBytes = scale == Scale.BYTES;
    }

    /** Returns an expression for the quantities up to a bound that is not negative. */
    String atMost(BigInteger bound) {
        List<String> forms = new ArrayList<>();
        for (Suffix suffix : scale.suffixes()) {
            BigInteger[] parts = bound.divideAndRemainder(BigInteger.valueOf(suffix.factor()));
            if (isBytes && parts[1].add(BigInteger.ONE).equals(BigInteger.valueOf(suffix.factor()))) {
                // The bound is the last number below a multiple, so every fraction is below it.
                forms.add(DigitPattern.atMost(parts[0], 10) + anyFraction(suffix) + text(suffix));
            } else {
                if (parts[0].signum() > 0) {
                    forms.add(DigitPattern.atMost(parts[0].subtract(BigInteger.ONE), 10)
                            + anyFraction(suffix)
                            + text(suffix));
                }
                forms.add(DigitPattern.exactly(parts[0], 10) + fractionAtMost(suffix, parts[1]) + text(suffix));
            }
            if (isBytes && isHex(suffix)) {
                forms.add("0[xX]" + DigitPattern.atMost(parts[0], 16) + text(suffix));
            }
        }
        return whole(forms);
    }

    /** Returns an expression for the quantities from a bound that is not negative. */
    String atLeast(BigInteger bound) {
        List<String> forms = new ArrayList<>();
        for (Suffix suffix : scale.suffixes()) {
            BigInteger[] parts = bound.divideAndRemainder(BigInteger.valueOf(suffix.factor()));
            forms.add(DigitPattern.atLeast(parts[0].add(BigInteger.ONE), 10) + anyFraction(suffix) + text(suffix));
            String fraction = fractionAtLeast(suffix, parts[1]);
            if (fraction != null) {
                forms.add(DigitPattern.exactly(parts[0], 10) + fraction + text(suffix));
            }
            if (isBytes && isHex(suffix)) {
                BigInteger least = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
                forms.add("0[xX]" + DigitPattern.atLeast(least, 16) + text(suffix));
            }
        }
        return whole(forms);
    }

    private String whole(List<String> forms) {
        return "^" + (isBytes ? "[\\t-\\r ]*\\+?" : "") + "(?:" + String.join("|", forms) + ")$";
    }

    private String text(Suffix suffix) {
        String text = suffix.text();
        return isBytes && !text.isEmpty() ? "[" + text + text.toUpperCase(Locale.ROOT) + "]" : text;
    }

    /** Tells whether a suffix can follow hexadecimal digits, of which it may be one itself. */
    private static boolean isHex(Suffix suffix) {
        return suffix.text().isEmpty() || HEX_SUFFIXES.contains(suffix.text());
    }

    private String anyFraction(Suffix suffix) {
        if (isBytes) {
            return sixteenths(0, suffix.decimals() == 0 ? 0 : 15);
        }
        return suffix.decimals() == 0 ? "(?:\\.0+)?" : "(?:\\.[0-9]{1," + suffix.decimals() + "}0*)?";
    }

    /** Returns an expression for the fractions of a unit that are at most a number of the smallest unit. */
    private String fractionAtMost(Suffix suffix, BigInteger rest) {
        if (isBytes) {
            BigInteger most = rest.multiply(SIXTEEN).divide(BigInteger.valueOf(suffix.factor()));
            return sixteenths(0, suffix.decimals() == 0 ? 0 : most.intValue());
        }
        if (suffix.decimals() == 0) {
            return "(?:\\.0+)?";
        }
        String digits = digits(
                suffix,
                rest.multiply(BigInteger.TEN.pow(suffix.decimals())).divide(BigInteger.valueOf(suffix.factor())));
        return "(?:\\.(?:0+|" + nonEmptyAtMost(digits) + "))?";
    }

    private static String nonEmptyAtMost(String digits) {
        String pattern = DigitPattern.fractionAtMost(digits);
        return pattern.substring(0, pattern.length() - 1);
    }

    /** Returns an expression for the fractions of a unit that are at least a number of the smallest unit; null if none is. */
    private @Nullable String fractionAtLeast(Suffix suffix, BigInteger rest) {
        if (rest.signum() == 0) {
            return anyFraction(suffix);
        }
        BigInteger factor = BigInteger.valueOf(suffix.factor());
        if (isBytes) {
            BigInteger least = ceiling(rest.multiply(SIXTEEN), factor);
            return least.compareTo(SIXTEEN) >= 0 || suffix.decimals() == 0 ? null : sixteenths(least.intValue(), 15);
        }
        BigInteger scaled = BigInteger.TEN.pow(suffix.decimals());
        BigInteger least = ceiling(rest.multiply(scaled), factor);
        return least.compareTo(scaled) >= 0 || suffix.decimals() == 0
                ? null
                : "\\." + DigitPattern.fractionAtLeast(digits(suffix, least));
    }

    private static BigInteger ceiling(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    private static String digits(Suffix suffix, BigInteger fraction) {
        String digits = fraction.toString();
        return "0".repeat(suffix.decimals() - digits.length()) + digits;
    }

    private static String sixteenths(int from, int to) {
        String list = String.join("|", SIXTEENTHS.subList(Math.max(from, 1), to + 1));
        String zeros = from == 0 ? "0*" : "";
        String some = list.isEmpty() ? "" : "(?:" + list + ")0*";
        String both = zeros.isEmpty() || some.isEmpty() ? zeros + some : "(?:" + zeros + "|" + some + ")";
        return from == 0 ? "(?:\\." + both + ")?" : "\\." + both;
    }
}
