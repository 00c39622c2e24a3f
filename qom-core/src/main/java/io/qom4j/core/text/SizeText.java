// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import io.qom4j.core.error.ValueException;
import java.util.List;

/**
 * Sizes in bytes as text, unsigned 64 bits.
 *
 * <pre>
 * size   = [blanks] ["+"] ( hex | dec ) [suffix]
 * hex    = "0x" hexdigit+
 * dec    = digit+ ["." digit*]
 * suffix = one of  b k m g t p e  in either case: 1024 to the power 0 … 6
 * </pre>
 *
 * <p>There is no octal form and no exponent: {@code 1e} is an exbibyte, {@code 1e3} is refused. In hexadecimal numbers
 * {@code b} and {@code e} are digits; any other suffix on them is deprecated and reported. A fraction that is not zero needs
 * a suffix above {@code b}. It counts as the double nearest to it, so that {@code 15.9999E} is what it is in QEMU; the product
 * is exact and then rounded, half upwards. As in QEMU 7.2 a fraction below 2^-64 counts as none, and so does one that the
 * nearest double makes one: {@code 1.99999999999999999999k} is 1024.
 *
 * <p>All methods are pure. QEMU: util/cutils.c, qemu_strtosz and size_to_str.
 *
 * <p>Thread-safe: it has no state.
 */
public final class SizeText {
    /** What suffixes mean, as hints for people. */
    public static final List<String> SUFFIX_HINTS = List.of(
            "Optional suffix k, M, G, T, P or E means kilo-, mega-, giga-, tera-, peta-",
            "and exabytes, respectively.");

    private static final String SUFFIXES = "bkmgtpe";
    private static final String[] UNITS = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

    private static final double SMALLEST_FRACTION = 0x1p-64;

    private SizeText() {}

    /**
     * Reads a size that fills the text.
     *
     * @param warnings is told of a suffix on a hexadecimal number, even if the text is then refused
     */
    public static ParsedNumber parse(String text, WarningSink warnings) {
        int start = IntegerText.skipBlanks(text, 0);
        if (start < text.length() && text.charAt(start) == '+') {
            start++;
        }
        boolean hex = isHex(text, start);
        ParsedNumber whole = hex ? IntegerText.digits(text, start + 2, 16) : IntegerText.digits(text, start, 10);
        if (!whole.isOk()) {
            return whole.end() == text.length() ? whole : ParsedNumber.invalid(whole.end());
        }
        int point = whole.end();
        int at = point;
        if (at < text.length() && text.charAt(at) == '.') {
            if (hex) {
                return ParsedNumber.invalid(at);
            }
            at = endOfDigits(text, at + 1);
        }
        int fractionEnd = at;
        int power = at < text.length() ? SUFFIXES.indexOf(Character.toLowerCase(text.charAt(at))) : -1;
        if (power >= 0) {
            at++;
            if (hex) {
                warnings.warn(Warning.of("Using a multiplier suffix on hex numbers is deprecated: " + text));
            }
        }
        if (at != text.length()) {
            return ParsedNumber.invalid(at);
        }
        return scale(text, whole.value(), point + 1, fractionEnd, 10 * Math.max(power, 0));
    }

    /**
     * Reads a size that fills the text, or refuses as QEMU's plain-text front doors do.
     *
     * @param name the parameter, for the texts
     * @throws ValueException if the text is no size or does not fit 64 bits
     */
    public static long read(String text, String name, WarningSink warnings) {
        ParsedNumber number = parse(text, warnings);
        return switch (number.outcome()) {
            case OK -> number.value();
            case OUT_OF_RANGE ->
                throw new ValueException("Value '" + text + "' is out of range for parameter '" + name + "'");
            case INVALID ->
                throw new ValueException(
                        "Parameter '" + name + "' expects a non-negative number below 2^64",
                        SUFFIX_HINTS.toArray(String[]::new));
        };
    }

    /**
     * Prints a size with three significant digits and a binary unit, for example {@code 2 GiB} or {@code 1.5 KiB}.
     *
     * @param bytes the size, unsigned
     */
    public static String format(long bytes) {
        double value = NumberText.unsignedToDouble(bytes);
        // The next unit is taken from 1000 on, not 1024, so that three digits are enough.
        int exponent = bytes == 0 ? 0 : Math.getExponent(value / (1000.0 / 1024.0));
        int unit = Math.max(exponent, 0) / 10;
        return NumberText.general(Math.scalb(value, -10 * unit), 3) + " " + UNITS[unit] + "B";
    }

    private static boolean isHex(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '0'
                && (text.charAt(at + 1) | 0x20) == 'x'
                && IntegerText.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && IntegerText.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        return at;
    }

    /** Returns {@code (whole + fraction) * 2^shift}, where the fraction's digits stand at {@code from} to {@code to}. */
    private static ParsedNumber scale(String text, long whole, int from, int to, int shift) {
        double fraction = to > from ? fraction(text.substring(from, to)) : 0;
        if (fraction != 0 && shift == 0) {
            return ParsedNumber.invalid(text.length());
        }
        if (shift > 0 && whole >>> (Long.SIZE - shift) != 0) {
            return ParsedNumber.outOfRange(text.length());
        }
        long product = whole << shift;
        long result = product + round(Math.scalb(fraction, shift));
        if (Long.compareUnsigned(result, product) < 0) {
            return ParsedNumber.outOfRange(text.length());
        }
        return ParsedNumber.ok(result, text.length());
    }

    /** Returns {@code 0.decimals}, or zero where QEMU's 64 bits behind the point do not hold it. */
    private static double fraction(String decimals) {
        double fraction = Double.parseDouble("0." + decimals);
        return fraction < SMALLEST_FRACTION || fraction == 1.0 ? 0 : fraction;
    }

    /** Rounds half upwards. */
    private static long round(double value) {
        double floor = Math.floor(value);
        return (long) floor + (value - floor >= 0.5 ? 1 : 0);
    }
}
