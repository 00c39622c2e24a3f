// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.SizeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a filter compares values with: a text, and what it means as a number, a boolean and a pattern.
 *
 * <p>Immutable.
 */
final class Operand {
    /** The operand of a filter that compares nothing. */
    static final Operand NONE = new Operand("");

    private final String text;
    private final @Nullable BigDecimal number;
    private final Glob glob;

    Operand(String text) {
        this.text = text;
        this.number = parse(text);
        this.glob = new Glob(text);
    }

    private static @Nullable BigDecimal parse(String text) {
        boolean isNegative = text.startsWith("-");
        String digits = isNegative ? text.substring(1) : text;
        if (digits.isEmpty() || !Character.isDigit(digits.charAt(0))) {
            return null;
        }
        ParsedNumber size = SizeText.parse(digits, warning -> {});
        BigDecimal value;
        if (size.isOk()) {
            value = new BigDecimal(new BigInteger(Long.toUnsignedString(size.value())));
        } else if (digits.matches("[0-9]+(\\.[0-9]+)?(e-?[0-9]{1,3})?")) {
            value = new BigDecimal(digits);
        } else {
            return null;
        }
        return isNegative ? value.negate() : value;
    }

    String text() {
        return text;
    }

    Glob glob() {
        return glob;
    }

    /** Returns the number that the text means, a size with a suffix included, or null if it means none. */
    @Nullable BigDecimal number() {
        return number;
    }

    /** Returns the boolean that the text means, or null if it means none. */
    @Nullable Boolean bool() {
        return BooleanText.parse(text);
    }
}
