// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QmpJsonWriterTest {
    private final QmpJsonWriter out = QmpJsonWriter.compact();

    private static String print(Object value) {
        QmpJsonWriter out = QmpJsonWriter.compact();
        out.writeAny(null, value);
        return out.toString();
    }

    @Test
    void membersAndElementsAreSeparatedByACommaAndABlank() {
        out.beginStruct(null);
        out.writeInt64("a", 1);
        out.beginList("b");
        out.writeBool(null, true);
        out.writeNull(null);
        out.beginStruct(null);
        out.endStruct();
        out.beginList(null);
        out.endList();
        out.endList();
        out.writeString("c", "x");
        out.writeEnum("d", "bind");
        out.writeSize("e", -1);
        out.writeNumber("f", 0.5);
        out.endStruct();
        assertThat(out)
                .hasToString("{\"a\": 1, \"b\": [true, null, {}, []], \"c\": \"x\", \"d\": \"bind\","
                        + " \"e\": 18446744073709551615, \"f\": 0.5}");
    }

    /** As a monitor with the option pretty prints it. */
    @Test
    void thePrettyFormHasOneValueALine() {
        QmpJsonWriter pretty = QmpJsonWriter.pretty("\n");
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", List.of(Map.of(), List.of(1, Map.of("a", List.of())), Map.of("c", "é")));
        value.put("e", 1);
        pretty.writeAny(null, value);
        assertThat(pretty).hasToString("""
                        {
                            "id": [
                                {
                                },
                                [
                                    1,
                                    {
                                        "a": [
                                        ]
                                    }
                                ],
                                {
                                    "c": "\\u00E9"
                                }
                            ],
                            "e": 1
                        }""");
    }

    @Test
    void prettyLinesMayEndInCrLf() {
        QmpJsonWriter pretty = QmpJsonWriter.pretty("\r\n");
        pretty.writeAny(null, List.of());
        pretty.endMessage();
        assertThat(pretty).hasToString("[\r\n]\r\n");
    }

    @Test
    void messagesEndInCrLfAndFollowEachOther() throws IOException {
        out.beginStruct(null);
        out.endStruct();
        out.endMessage();
        out.writeInt64(null, 1);
        out.endMessage();
        var target = new ByteArrayOutputStream();
        out.writeTo(target);
        assertThat(target).hasToString("{}\r\n1\r\n");
        assertThat(out.size()).isEqualTo(7);
        assertThat(out.toByteArray()).isEqualTo(target.toByteArray());
    }

    @Test
    void aWriterIsUsedAgain() {
        out.beginStruct(null);
        out.writeInt64("a", 1);
        out.reset();
        out.beginList(null);
        out.endList();
        assertThat(out).hasToString("[]");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                99,
                100,
                -1,
                -10,
                1234567890123456789L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1
            })
    void integersPrintAsTheyAre(long value) {
        assertThat(print(value)).isEqualTo(Long.toString(value));
        out.writeUint64(null, value);
        assertThat(out).hasToString(Long.toUnsignedString(value));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0.0, -0",
        "0.0, 0",
        "0.1, 0.10000000000000001",
        "1e23, 9.9999999999999992e+22",
        "-5, -5",
        "9007199254740992, 9007199254740992",
        "18446744073709551616, 1.8446744073709552e+19",
        "1e-10, 1e-10"
    })
    void floatingNumbersHave17Digits(double value, String text) {
        assertThat(print(value)).isEqualTo(text);
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> print(Double.POSITIVE_INFINITY)).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> print(Double.NaN)).isInstanceOf(ValueException.class);
    }

    @Test
    void stringsAreAscii() {
        assertThat(print("a\"\\/'\b\f\n\r\t\u0000\u001f\u007fé€😀"))
                .isEqualTo("\"a\\\"\\\\/'\\b\\f\\n\\r\\t\\u0000\\u001F\\u007F\\u00E9\\u20AC\\uD83D\\uDE00\"");
    }

    @Test
    void whatIsNoCharacterIsReplaced() {
        assertThat(print("\ud800x\udc00\ufffe\ufdd0\ud83f\udffe\ud800"))
                .isEqualTo("\"\\uFFFDx\\uFFFD\\uFFFD\\uFFFD\\uFFFD\\uFFFD\"");
    }

    @Test
    void anAbsentStringIsTheEmptyOne() {
        out.writeString(null, null);
        assertThat(out).hasToString("\"\"");
    }

    @Test
    void anyJavaValueIsPrintedByItsKind() {
        assertThat(print(Arrays.asList(1, 2L, (short) 3, (byte) 4, 0.5f, true, null, "s", Map.of())))
                .isEqualTo("[1, 2, 3, 4, 0.5, true, null, \"s\", {}]");
        assertThat(print(BigInteger.ONE.shiftLeft(63))).isEqualTo("9223372036854775808");
        assertThat(print(BigInteger.TEN)).isEqualTo("10");
        assertThat(print(BigInteger.ONE.shiftLeft(64))).isEqualTo("1.8446744073709552e+19");
        assertThat(print(JsonDocument.of(List.of(1)))).isEqualTo("[1]");
        assertThatThrownBy(() -> print(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nodesOfDocumentsAreCopied() {
        JsonDocument doc = QemuJsonParser.parse("{\"id\": {'a': [1, -2.5, 18446744073709551615, true, false, null]}}");
        out.beginStruct(null);
        out.writeNode("id", doc, doc.member(ROOT, "id"));
        out.endStruct();
        assertThat(out).hasToString("{\"id\": {\"a\": [1, -2.5, 18446744073709551615, true, false, null]}}");
    }

    @Test
    void wrongUseIsRefused() {
        out.beginStruct(null);
        assertThatThrownBy(() -> out.writeInt64(null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(out::endList).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(out::endMessage).isInstanceOf(IllegalStateException.class);
        out.reset();
        out.writeInt64(null, 1);
        assertThatThrownBy(() -> out.writeInt64(null, 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(out::endStruct).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deepAndLongValuesGrowTheBuffers() {
        for (int i = 0; i < 100; i++) {
            out.beginList(null);
        }
        out.writeString(null, "é".repeat(1000));
        for (int i = 0; i < 100; i++) {
            out.endList();
        }
        assertThat(out.toString()).hasSize(200 + 2 + 6000);
    }
}
