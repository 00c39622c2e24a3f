// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.ParsedNumber.Outcome;
import io.qom4j.core.vectors.Vectors;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {
    /** QEMU 7.2 takes an exponent that is out of all range for none; here each exponent is refused. */
    private static final Map<String, String> REFUSED_WHERE_QEMU_DOES_NOT = Map.of("9.9e999k", "INVALID");

    static Stream<Map<String, Object>> recorded() {
        return Vectors.rows("parse-vectors", "size").stream();
    }

    static Stream<Map<String, Object>> table() {
        return Vectors.rows("table-size", "rows").stream();
    }

    private static String describe(ParsedNumber number) {
        return number.isOk()
                ? Long.toUnsignedString(number.value())
                : number.outcome().name();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void recordedTextsGiveWhatQemuGives(Map<String, Object> row) {
        String text = Vectors.text(row, "text");
        var warnings = new Warnings();
        String expected = row.containsKey("value")
                ? Long.toUnsignedString(Vectors.bits(row, "value"))
                : row.get("refusal").equals("RANGE") ? "OUT_OF_RANGE" : "INVALID";
        ParsedNumber number = SizeText.parse(text, warnings);
        assertThat(describe(number)).isEqualTo(REFUSED_WHERE_QEMU_DOES_NOT.getOrDefault(text, expected));
        List<Warning> expectedWarnings = Boolean.TRUE.equals(row.get("warns"))
                ? List.of(Warning.of("Using a multiplier suffix on hex numbers is deprecated: " + text))
                : List.of();
        assertThat(warnings.received()).isEqualTo(expectedWarnings);
    }

    @ParameterizedTest
    @MethodSource("table")
    void tableRowsParseAsRecorded(Map<String, Object> row) {
        // A doubled comma is how the option string writes one.
        String text = Vectors.text(row, "text").replace(",,", ",");
        ParsedNumber number = SizeText.parse(text, WarningSink.IGNORE);
        assertThat(number.isOk()).isEqualTo(row.get("ok"));
        if (row.containsKey("value")) {
            assertThat(number.value()).isEqualTo(Vectors.bits(row, "value"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.e, 1152921504606846976",
        "1.b, 1",
        "0e, 0",
        "+0x10, 16",
        "18446744073709551615.0, 18446744073709551615",
        "18446744073709551616k, INVALID",
        "16Ex, INVALID",
        "16E5, INVALID",
        "18446744073709551615.5k, OUT_OF_RANGE",
        "18446744073709551615.9, INVALID",
        "0x10000000000000000k, INVALID",
        "00x10, INVALID",
        "0x-1, INVALID",
        "0x+1, INVALID",
        "0xk, INVALID",
        "0.00048828125k, 1",
        "0.00048828124999999999999k, 1",
        "0.000488281249999k, 0",
        "1.00000000000000000000000000k, 1024"
    })
    void formsThatWereTriedByHand(String text, String expected) {
        assertThat(describe(SizeText.parse(text, WarningSink.IGNORE))).isEqualTo(expected);
    }

    /** It vanishes in QEMU's fixed-point form, which has 64 bits behind the point. */
    @Test
    void aFractionBelowTheSmallestNeedsNoSuffix() {
        assertThat(describe(SizeText.parse("1.00000000000000000000000001", WarningSink.IGNORE)))
                .isEqualTo("1");
        assertThat(describe(SizeText.parse("1.0000000000000000001", WarningSink.IGNORE)))
                .isEqualTo("INVALID");
    }

    /** As in QEMU 7.2, where it is one as a double, and then lost. */
    @Test
    void aFractionThatRoundsToOneIsLost() {
        assertThat(describe(SizeText.parse("5.99999999999999999999", WarningSink.IGNORE)))
                .isEqualTo("5");
        assertThat(describe(SizeText.parse("1.99999999999999999999k", WarningSink.IGNORE)))
                .isEqualTo("1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1kk", "0x1k5", "0x1000000000000t"})
    void aHexSuffixWarnsEvenIfTheTextIsThenRefused(String text) {
        var warnings = new Warnings();
        assertThat(SizeText.parse(text, warnings).isOk()).isFalse();
        boolean fits = !text.endsWith("k5") && !text.endsWith("kk");
        assertThat(SizeText.parse(text, WarningSink.IGNORE).outcome())
                .isEqualTo(fits ? Outcome.OUT_OF_RANGE : Outcome.INVALID);
        assertThat(warnings.received()).hasSize(1);
    }

    @Test
    void aMillionDigitsOfFractionAreRead() {
        String text = "1." + "9".repeat(1_000_000) + "k";
        assertThat(SizeText.parse(text, WarningSink.IGNORE).value()).isEqualTo(1024);
    }

    @Test
    void invalidSizesAreRefusedWithHints() {
        assertThatThrownBy(() -> SizeText.read("1.5", "size", WarningSink.IGNORE))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'size' expects a non-negative number below 2^64")
                .extracting(e -> ((QomException) e).hints())
                .isEqualTo(List.of(
                        "Optional suffix k, M, G, T, P or E means kilo-, mega-, giga-, tera-, peta-",
                        "and exabytes, respectively."));
    }

    @Test
    void sizesBeyond64BitsAreOutOfRange() {
        assertThatThrownBy(() -> SizeText.read("16E", "size", WarningSink.IGNORE))
                .isInstanceOf(ValueException.class)
                .hasMessage("Value '16E' is out of range for parameter 'size'");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "999, 999 B",
        "1000, 0.977 KiB",
        "1023, 0.999 KiB",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "1048576, 1 MiB",
        "2147483648, 2 GiB",
        "1610612736, 1.5 GiB",
        "1048575, 1 MiB",
        "1024000, 0.977 MiB",
        "1023487, 999 KiB",
        "1023999, 1e+03 KiB",
        "18446744073709551615, 16 EiB"
    })
    void sizesPrintWithThreeDigitsAndABinaryUnit(String bytes, String text) {
        assertThat(SizeText.format(new BigInteger(bytes).longValue())).isEqualTo(text);
    }
}
