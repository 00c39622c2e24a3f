// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.quantity;

import io.qom4j.core.config.quantity.QuantityException.Fault;
import io.qom4j.core.text.Warning;
import io.qom4j.core.text.WarningSink;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reading of a quantity.
 *
 * <p>Confined to one call.
 */
final class QuantityReader {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(Long.SIZE);
    /** More digits than these are not shown in messages. */
    private static final int MOST_SHOWN = 40;

    private static final Pattern FOREIGN_SIZE = Pattern.compile("([kmgtpe])i?b(?:ytes)?", Pattern.CASE_INSENSITIVE);

    private final Scale scale;
    private final String text;
    private final String parameter;
    private final WarningSink warnings;
    private int at;

    QuantityReader(Scale scale, String text, String parameter, WarningSink warnings) {
        this.scale = scale;
        this.text = text;
        this.parameter = parameter;
        this.warnings = warnings;
    }

    long read() {
        if (scale == Scale.BYTES) {
            skipBlanksAndPlus();
        }
        int start = at;
        boolean hex = isHex();
        if (hex) {
            at += 2;
        }
        int digits = at;
        long whole = digits(hex ? 16 : 10);
        int wholeEnd = at;
        int fraction = at;
        int fractionEnd = at;
        if (wholeEnd > digits && !hex && at < text.length() && text.charAt(at) == '.') {
            fraction = ++at;
            digits(10);
            fractionEnd = endOfSignificant(fraction, at);
        }
        Suffix suffix = scale.find(text.substring(at));
        if (wholeEnd == digits || suffix == null || (scale != Scale.BYTES && fraction == at && fraction > wholeEnd)) {
            throw malformed(text.substring(start, at), text.substring(at));
        }
        if (hex && !suffix.text().isEmpty()) {
            warnings.warn(Warning.of("Using a multiplier suffix on hex numbers is deprecated: " + text));
        }
        if (whole < 0 || fractionEnd > fraction) {
            return slowly(hex ? 16 : 10, text.substring(digits, wholeEnd), fraction, fractionEnd, suffix);
        }
        long high = Math.unsignedMultiplyHigh(whole, suffix.factor());
        if (high != 0) {
            throw outOfRange();
        }
        return whole * suffix.factor();
    }

    private long slowly(int radix, String whole, int fraction, int fractionEnd, Suffix suffix) {
        int leading = 0;
        while (leading < whole.length() - 1 && whole.charAt(leading) == '0') {
            leading++;
        }
        if (whole.length() - leading > MOST_SHOWN) {
            throw outOfRange();
        }
        BigDecimal factor = BigDecimal.valueOf(suffix.factor());
        BigDecimal value = new BigDecimal(new BigInteger(whole.substring(leading), radix)).multiply(factor);
        int decimals = fractionEnd - fraction;
        if (decimals > 0) {
            String shown = text.substring(fraction, Math.min(fractionEnd, fraction + MOST_SHOWN));
            value = value.add(new BigDecimal("0." + shown).multiply(factor)).stripTrailingZeros();
        }
        if (value.compareTo(new BigDecimal(LIMIT)) >= 0) {
            throw outOfRange();
        }
        if (decimals > suffix.decimals() || value.scale() > 0) {
            throw inexact(value, suffix, decimals > MOST_SHOWN);
        }
        return value.toBigIntegerExact().longValue();
    }

    private void skipBlanksAndPlus() {
        while (at < text.length() && (text.charAt(at) == ' ' || (text.charAt(at) >= '\t' && text.charAt(at) <= '\r'))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '+') {
            at++;
        }
    }

    private boolean isHex() {
        return scale == Scale.BYTES
                && at + 2 < text.length()
                && text.charAt(at) == '0'
                && (text.charAt(at + 1) | 0x20) == 'x'
                && digit(text.charAt(at + 2), 16) >= 0;
    }

    private static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }

    /** Reads digits as far as they go; returns their value, or -1 if it takes 63 bits or more. */
    private long digits(int radix) {
        long value = 0;
        for (int digit; at < text.length() && (digit = digit(text.charAt(at), radix)) >= 0; at++) {
            boolean fits = value >= 0 && value < Long.MAX_VALUE / radix - 1;
            value = fits ? value * radix + digit : -1;
        }
        return value;
    }

    private int endOfSignificant(int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == '0') {
            end--;
        }
        return end;
    }

    private QuantityException malformed(String number, String rest) {
        List<String> hints = new ArrayList<>();
        Matcher foreign = FOREIGN_SIZE.matcher(rest.strip());
        if (scale == Scale.BYTES && !number.isEmpty() && foreign.matches()) {
            hints.add("write \"" + number + foreign.group(1) + "\": suffixes are powers of 1024");
        } else if (!number.isEmpty() && rest.startsWith(" ") && scale.find(rest.strip()) != null) {
            hints.add("write \"" + number + rest.strip() + "\", without the blank");
        } else if (!number.isEmpty() && rest.isEmpty()) {
            hints.add("write the number without quotes, or add a unit");
        }
        String message = scale == Scale.BYTES
                ? "Parameter '" + parameter + "' expects a non-negative number below 2^64"
                : "Parameter '" + parameter + "' expects " + scale.noun() + ", got '" + shown() + "'";
        return new QuantityException(Fault.MALFORMED, message, hints);
    }

    private QuantityException inexact(BigDecimal value, Suffix suffix, boolean cut) {
        List<String> hints = new ArrayList<>();
        BigDecimal below = value.setScale(0, RoundingMode.FLOOR);
        if (value.scale() <= 0 && !cut) {
            hints.add("\"" + suffix.text() + "\" takes at most " + suffix.decimals() + " decimals; write "
                    + below.toPlainString());
        } else {
            hints.add("write " + below.toPlainString() + " or "
                    + below.add(BigDecimal.ONE).toPlainString());
        }
        String is = value.precision() > MOST_SHOWN ? "no whole number" : value.toPlainString();
        return new QuantityException(
                Fault.INEXACT,
                "Parameter '" + parameter + "' expects a whole number of " + scale.unit() + ", but '" + shown()
                        + "' is " + is,
                hints);
    }

    private QuantityException outOfRange() {
        return new QuantityException(
                Fault.OUT_OF_RANGE,
                "Value '" + shown() + "' is out of range for parameter '" + parameter + "'",
                List.of("it must be below 2^64 " + scale.unit()));
    }

    private String shown() {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
