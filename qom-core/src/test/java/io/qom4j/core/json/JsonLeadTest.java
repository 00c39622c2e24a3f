// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that are read by what stood before alike ones: only where it stands in the right place. */
class JsonLeadTest {
    /** A lead is compared only where the text is long enough behind it. */
    private static final String ROOM = " ".repeat(JsonLead.LONGEST);

    private static JsonDocument read(String text) {
        return JsonReader.lenient().read(text + ROOM, "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\": 1, \"b\": 2}, {\"a\": 1 \"b\": 2}]",
                "[{\"a\": 1, \"b\": 2}, {\"b\": 2 \"a\": 1}]",
                "[{\"a\": 1, \"b\": 2}, {, \"b\": 2}]",
                "[{\"a\": {}, \"b\": 2}, {\"a\": {} \"a\": 1}]",
                "[{\"a\": {\"c\": 1}, \"b\": 2}, {\"a\": {\"c\": 1} \"c\": 1}]",
                "[{\"a\": 1, \"b\": 2}, {\"a\": 1, \"b\": }]",
                "[{\"a\": 1, \"b\": 2}, {\"a\": 1, \"b\": , \"a\": 1}]",
                "[{\"a\": [], \"b\": 2}, {\"a\": [, \"b\": 2]}]"
            })
    void alikeMembersAreRefusedWhereTheyCannotStand(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void membersWhoseNamesBeginAlikeAreToldApart() {
        String alike = "{\"a-name-of-some-length\":0,\"a-name-of-some-length-1\":1,\"a-name-of-some-length-10\":2}";
        String all = "[" + alike + "," + alike + "]";
        assertThat(read(all)).hasToString(all);
    }

    @Test
    void membersThatSwapPlacesAreReadAsTheyStand() {
        assertThat(read("[{\"a\":1,\"b\":2},{\"b\":3,\"a\":4},{\"a\":5,\"b\":6}]"))
                .hasToString("[{\"a\":1,\"b\":2},{\"b\":3,\"a\":4},{\"a\":5,\"b\":6}]");
    }
}
