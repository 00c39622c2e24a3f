// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTableTest {
    @TempDir
    Path folder;

    private String results(String table) throws Exception {
        return ValueTable.read(Files.writeString(folder.resolve("table.json"), table))
                .results();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json | [1.0, null] | [1, null]",
                "size | 1.5k        | 1536",
                "uint | 0xffffffff  | 4294967295",
                "bool | yes         | true"
            })
    void whatIsLegalHasAValue(String kind, String text, String value) throws Exception {
        assertThat(results("{'table': '%s', 'rows': [{'text': '%s'}]}".formatted(kind, text)))
                .isEqualTo("[{\"ok\": true, \"value\": " + value + "}]");
    }

    @ParameterizedTest
    @CsvSource({"json, tru", "size, 1e3", "uint, 4294967296", "bool, On", "keyval, nope"})
    void whatIsRefusedHasNone(String kind, String text) throws Exception {
        assertThat(results("{'table': '%s', 'rows': [{'text': '%s'}]}".formatted(kind, text)))
                .isEqualTo("[{\"ok\": false}]");
    }

    @Test
    void anObjectIsMadeAndShown() throws Exception {
        assertThat(
                        results(
                                "{'table': 'keyval', 'rows': [{'text': 'memory-backend-ram,id=m,size=4k,merge=off'}, {'text': 'memory-backend-ram,id=m,size=0'}]}"))
                .isEqualTo("[{\"ok\": true, \"value\": {\"size\": 4096, \"type\": \"memory-backend-ram\","
                        + " \"merge\": false, \"dump\": true}}, {\"ok\": false}]");
    }

    @Test
    void anUnknownTableIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> results("{'table': 'float', 'rows': []}"))
                .isInstanceOf(ValueException.class)
                .hasMessage("no table is called 'float': json, size, uint, bool or keyval");
    }
}
