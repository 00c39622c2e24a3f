// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports as the C library reads them. */
class PortNameTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,0",
                "9,9",
                " 9,9",
                "+9,9",
                "010,10",
                "0000000000000000009,9",
                "99999,34463",
                "4294967305,9",
                "-4294967287,9",
                "'',0"
            })
    void lowestBitsOfANumberCount(String text, int port) {
        assertThat(PortName.find(text)).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"-1", "0x10", "9x", "9 ", "2147483648", "18446744073709551625", "no such service", "/tcp"})
    void whatIsNeitherANumberNorAServiceIsNoPort(String text) {
        assertThat(PortName.find(text)).isEqualTo(-1);
    }
}
