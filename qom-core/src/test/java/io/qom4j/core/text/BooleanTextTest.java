// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.vectors.Vectors;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BooleanTextTest {
    static Stream<Map<String, Object>> table() {
        return Vectors.rows("table-bool", "rows").stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void tableRowsParseAsRecorded(Map<String, Object> row) {
        assertThat(BooleanText.parse(Vectors.text(row, "text"))).isEqualTo(row.get("value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "On", "TRUE", "0", "1", "t", "f", " on", "on ", "enabled", "offer"})
    void otherTextsAreNoBooleans(String text) {
        assertThat(BooleanText.parse(text)).isNull();
    }
}
