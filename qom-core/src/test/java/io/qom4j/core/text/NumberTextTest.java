// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "100, 100",
        "0.1, 0.10000000000000001",
        "0.0005, 0.00050000000000000001",
        "1e-10, 1e-10",
        "1e23, 9.9999999999999992e+22",
        "-9223372036854775809, -9.2233720368547758e+18",
        "12345678901234567890, 1.2345678901234567e+19",
        "1e16, 10000000000000000",
        "1e17, 1e+17",
        "0.0001, 0.0001",
        "0.00001, 1.0000000000000001e-05",
        "3.141592653589793, 3.1415926535897931",
        "5e-324, 4.9406564584124654e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308"
    })
    void numbersPrintWith17DigitsAtMost(double value, String text) {
        assertThat(NumberText.format(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void thereIsNoTextForWhatIsNotFinite(double value) {
        assertThatThrownBy(() -> NumberText.format(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"3.14, 3.14", "' 1', 1", "+1, 1", "-1e3, -1000", ".5, 0.5", "5., 5", "1E-2, 0.01"})
    void finiteDecimalsAreRead(String text, double value) {
        assertThat(NumberText.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "NaN", "inf", "Infinity", "1e400", "1 ", "1d", "1f", ".", "1e", "e1", "0x10", "1,5"})
    void otherTextsAreNoNumbers(String text) {
        assertThat(NumberText.parse(text)).isNaN();
    }

    @Test
    void unsignedIntegersRoundToTheNearestDouble() {
        assertThat(NumberText.unsignedToDouble(-1)).isEqualTo(0x1p64);
        assertThat(NumberText.unsignedToDouble(Long.MIN_VALUE)).isEqualTo(0x1p63);
        assertThat(NumberText.unsignedToDouble(Long.MIN_VALUE + 1025)).isEqualTo(0x1p63 + 2048);
        assertThat(NumberText.unsignedToDouble(7)).isEqualTo(7);
    }
}
