// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.text.ParsedNumber.Outcome;
import io.qom4j.core.vectors.Vectors;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerTextTest {
    static Stream<Map<String, Object>> table() {
        return Vectors.rows("table-uint", "rows").stream();
    }

    /** The table was recorded through a 32-bit property: 2^32 is refused there by the width, not by the text. */
    @ParameterizedTest
    @MethodSource("table")
    void tableRowsParseAsRecorded(Map<String, Object> row) {
        String text = Vectors.text(row, "text");
        ParsedNumber number = IntegerText.unsigned(text);
        boolean fits32 = number.isOk() && number.value() >>> 32 == 0;
        assertThat(fits32).isEqualTo(row.get("ok"));
        if (row.containsKey("value")) {
            assertThat(number.value()).isEqualTo(Vectors.bits(row, "value"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,0",
                "-0,0",
                "007,7",
                "010,8",
                "0x10,16",
                "0XfF,255",
                "+5,5",
                " 5,5",
                "-0x10,-16",
                "-010,-8",
                "9223372036854775807,9223372036854775807",
                "-9223372036854775808,-9223372036854775808",
                "0x7fffffffffffffff,9223372036854775807"
            })
    void signedIntegersFollowTheRulesOfC(String text, long value) {
        assertThat(IntegerText.int64(text)).isEqualTo(new ParsedNumber(Outcome.OK, value, text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                "+-1",
                "--1",
                "08",
                "0x",
                "0xg",
                "0b1",
                "1k",
                "1.0",
                "1e3",
                "5 ",
                "- 5",
                "1_0",
                "1,2",
                "\u0661",
                "0x-1",
                "99999999999999999999x"
            })
    void otherTextsAreNoIntegers(String text) {
        assertThat(IntegerText.int64(text).outcome()).isEqualTo(Outcome.INVALID);
        assertThat(IntegerText.uint64(text).outcome()).isEqualTo(Outcome.INVALID);
        assertThat(IntegerText.unsigned(text).outcome()).isEqualTo(Outcome.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-9223372036854775809", "0xffffffffffffffff", "99999999999999999999"})
    void signedIntegersBeyond64BitsAreOutOfRange(String text) {
        assertThat(IntegerText.int64(text).outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 18446744073709551615",
        "-18446744073709551615, 1",
        "18446744073709551615, 18446744073709551615",
        "-9223372036854775808, 9223372036854775808",
        "01777777777777777777777, 18446744073709551615"
    })
    void unsignedIntegersTakeAMinusSignModuloTwoToThe64(String text, String value) {
        assertThat(IntegerText.uint64(text).value()).isEqualTo(new BigInteger(value).longValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"18446744073709551616", "-18446744073709551616", "0x10000000000000000", "02000000000000000000000"
            })
    void unsignedIntegersBeyond64BitsAreOutOfRange(String text) {
        assertThat(IntegerText.uint64(text).outcome()).isEqualTo(Outcome.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0", " -5"})
    void theUnsignedFormRefusesAMinusSign(String text) {
        assertThat(IntegerText.unsigned(text).outcome()).isEqualTo(Outcome.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"12-15, 2", "0x1-0x3, 3", "08, 1", "0xg, 1", "5 , 1"})
    void scanningStopsAfterTheLongestNumber(String text, int end) {
        assertThat(IntegerText.scanInt64(text, 0).end()).isEqualTo(end);
    }
}
