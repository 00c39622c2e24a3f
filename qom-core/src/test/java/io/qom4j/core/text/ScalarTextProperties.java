// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.text.ParsedNumber.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class ScalarTextProperties {
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings().withChars("0123456789xXabefkKMGTPE.+-, \t").ofMaxLength(24);
    }

    @Property
    void noTextMakesAParserFail(@ForAll("scribbles") String text) {
        assertThat(SizeText.parse(text, WarningSink.IGNORE)).isNotNull();
        assertThat(IntegerText.int64(text)).isNotNull();
        assertThat(IntegerText.uint64(text)).isNotNull();
        assertThat(NumberText.parse(text)).isNotEqualTo(Double.POSITIVE_INFINITY);
        var list = new IntegerListText(text);
        for (int i = 0; list.hasNext() && list.next(i % 2 == 0).isOk(); i++) {
            assertThat(i).isLessThan(24 * IntegerListText.LONGEST_RANGE);
        }
    }

    @Property
    void printedIntegersAreReadBack(@ForAll long value) {
        assertThat(IntegerText.int64(Long.toString(value)).value()).isEqualTo(value);
        assertThat(IntegerText.uint64(Long.toUnsignedString(value)).value()).isEqualTo(value);
        assertThat(IntegerText.unsigned("0x" + Long.toHexString(value)).value()).isEqualTo(value);
        assertThat(SizeText.parse(Long.toUnsignedString(value), WarningSink.IGNORE)
                        .value())
                .isEqualTo(value);
    }

    @Property
    void sizesAreTheProductOfTheNearestDoubleRoundedHalfUpwards(
            @ForAll @IntRange(max = 70000) int whole,
            @ForAll @NumericChars @StringLength(max = 70) String digits,
            @ForAll @IntRange(min = 1, max = 6) int power) {
        char suffix = " kMgTpE".charAt(power);
        BigInteger expected = new BigDecimal(whole)
                .add(fraction(digits))
                .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(10 * power)))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
        ParsedNumber number = SizeText.parse(whole + "." + digits + suffix, WarningSink.IGNORE);
        if (expected.compareTo(MAX) > 0) {
            assertThat(number.outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
        } else {
            assertThat(Long.toUnsignedString(number.value())).isEqualTo(expected.toString());
        }
    }

    private static BigDecimal fraction(String digits) {
        double nearest = Double.parseDouble("0." + digits);
        return nearest < 1 ? new BigDecimal(nearest) : new BigDecimal("0." + digits);
    }

    @Property
    void printedNumbersAreReadBack(@ForAll double value) {
        assertThat(NumberText.parse(NumberText.format(value))).isEqualTo(value);
    }

    @Property
    void numbersPrintAsInC(@ForAll double value) {
        // %.16e is the one C-like form that the JDK prints from the exact value.
        String[] scientific = new BigDecimal(value)
                .round(new java.math.MathContext(17, RoundingMode.HALF_EVEN))
                .toString()
                .split("E");
        assertThat(new BigDecimal(NumberText.format(value)))
                .isEqualByComparingTo(new BigDecimal(String.join("E", scientific)));
        assertThat(NumberText.format(value)).matches("-?[0-9]+(\\.[0-9]*[1-9])?(e[+-][0-9]{2,3})?");
    }
}
