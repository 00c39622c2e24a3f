// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {
    private static final String TEXT = """
            {
              "id": "m0",
              "size": 4096, "host-nodes": [0, 1,
                -2],
              "nested": {"a/b": {"~": null}, "": true},
              "é": false
            }
            """;

    private final JsonDocument doc = JsonReader.strict().read(TEXT, "f.json");

    private JsonDocument read(String text) {
        return JsonReader.strict().read(text, "f.json");
    }

    @Test
    void childrenAreWalkedInSourceOrder() {
        List<String> names = new ArrayList<>();
        for (int n = doc.firstChild(ROOT); n < doc.end(ROOT); n = doc.end(n)) {
            names.add(Objects.requireNonNull(doc.name(n)));
        }
        assertThat(names).containsExactly("id", "size", "host-nodes", "nested", "é");
        assertThat(doc.childCount(ROOT)).isEqualTo(5);
        assertThat(doc.nodeCount()).isEqualTo(doc.end(ROOT)).isEqualTo(12);
    }

    @Test
    void membersAndElementsAreFound() {
        int nodes = doc.member(ROOT, "host-nodes");
        assertThat(doc.kind(nodes)).isEqualTo(JsonKind.ARRAY);
        assertThat(doc.int64(doc.element(nodes, 2))).isEqualTo(-2);
        assertThat(doc.element(nodes, 3)).isEqualTo(-1);
        assertThat(doc.element(nodes, -1)).isEqualTo(-1);
        assertThat(doc.member(ROOT, "a/b")).isEqualTo(-1);
        assertThat(doc.member(ROOT, "nope")).isEqualTo(-1);
        assertThat(doc.name(doc.element(nodes, 0))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/id, 2, 9, 2, 3",
        "/size, 3, 11, 3, 3",
        "/host-nodes, 3, 31, 3, 17",
        "/host-nodes/2, 4, 5, 4, 5",
        "/nested/a~1b, 5, 21, 5, 14",
        "/nested/a~1b/~0, 5, 27, 5, 22",
        "/nested/, 5, 38, 5, 34",
        "/é, 6, 8, 6, 3",
        "'', 1, 1, 1, 1"
    })
    void eachNodeHasAPlaceAndAPointer(String pointer, int line, int column, int nameLine, int nameColumn) {
        int node = doc.find(pointer);
        assertThat(doc.position(node)).isEqualTo(new SourcePosition("f.json", line, column));
        assertThat(doc.namePosition(node)).isEqualTo(new SourcePosition("f.json", nameLine, nameColumn));
        assertThat(doc.pointer(node)).isEqualTo(pointer);
    }

    @Test
    void pointersToNothingFindNothing() {
        for (String pointer : List.of("/x", "/id/0", "/host-nodes/3", "/host-nodes/01", "/host-nodes/-", "/nested/a")) {
            assertThat(doc.find(pointer)).as(pointer).isEqualTo(-1);
        }
        assertThatThrownBy(() -> doc.find("id")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linesOfTheSourceAreGiven() {
        assertThat(doc.sourceLine(2)).isEqualTo("  \"id\": \"m0\",");
        assertThat(doc.sourceLine(7)).isEqualTo("}");
        assertThat(doc.sourceLine(8)).isEmpty();
        assertThat(doc.sourceLine(9)).isEmpty();
        assertThat(doc.sourceLine(0)).isEmpty();
    }

    @Test
    void numbersKeepTheirKind() {
        JsonDocument numbers =
                read("[9223372036854775807, 9223372036854775808, 18446744073709551615, 18446744073709551616,"
                        + " -9223372036854775808, -9223372036854775809, -0, 1.0, 1e2, -0.0]");
        List<JsonKind> kinds = new ArrayList<>();
        List<Boolean> integers = new ArrayList<>();
        for (int n = 1; n < numbers.nodeCount(); n++) {
            kinds.add(numbers.kind(n));
            integers.add(numbers.isIntegerText(n));
        }
        assertThat(kinds)
                .containsExactly(
                        JsonKind.INT64,
                        JsonKind.UINT64,
                        JsonKind.UINT64,
                        JsonKind.REAL,
                        JsonKind.INT64,
                        JsonKind.REAL,
                        JsonKind.INT64,
                        JsonKind.REAL,
                        JsonKind.REAL,
                        JsonKind.REAL);
        assertThat(integers).containsExactly(true, true, true, true, true, true, true, false, false, false);
        assertThat(numbers.int64(3)).isEqualTo(-1);
        assertThat(numbers.number(3)).isEqualTo(0x1p64);
        assertThat(numbers.number(4)).isEqualTo(0x1p64);
        assertThat(numbers.number(6)).isEqualTo(-0x1p63);
        assertThat(numbers.toJava(2)).isEqualTo(BigInteger.ONE.shiftLeft(63));
        assertThat(numbers.toJava(10)).isEqualTo(-0.0);
    }

    @Test
    void readingANodeAsAnotherKindIsAProgrammingError() {
        int id = doc.member(ROOT, "id");
        assertThatThrownBy(() -> doc.int64(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> doc.number(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> doc.string(ROOT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> doc.member(id, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> doc.childCount(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> doc.kind(99)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void stringsAreComparedWithoutBeingMade() {
        int id = doc.member(ROOT, "id");
        assertThat(doc.isString(id, "m0")).isTrue();
        assertThat(doc.isString(id, "m1")).isFalse();
        assertThat(doc.isString(id, "m")).isFalse();
        assertThat(doc.isString(doc.member(ROOT, "size"), "4096")).isFalse();
    }

    @Test
    void javaValuesMakeADocumentAndComeBack() {
        Map<String, Object> value = Map.of(
                "a", List.of(1L, -2L, 2.5, "x\u0000\ud83d\ude00", true, false, Map.of()),
                "b", BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        assertThat(JsonDocument.of(value).toJava(ROOT)).isEqualTo(value);
        assertThat(JsonDocument.of(Arrays.asList((Object) null)).toString()).isEqualTo("[null]");
        assertThat(JsonDocument.of(List.of(1, (short) 2, (byte) 3, 1.5f, BigInteger.TWO))
                        .toString())
                .isEqualTo("[1,2,3,1.5,2]");
        assertThat(JsonDocument.of(BigInteger.ONE.shiftLeft(64)).kind(ROOT)).isEqualTo(JsonKind.REAL);
    }

    @Test
    void otherJavaValuesHaveNoDocument() {
        assertThatThrownBy(() -> JsonDocument.of(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no JSON form for java.lang.Object");
        assertThatThrownBy(() -> JsonDocument.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDocumentOfJavaValuesHasNoPlaces() {
        JsonDocument made = JsonDocument.of(List.of(1));
        assertThat(made.position(1).isKnown()).isFalse();
        assertThat(made.namePosition(1).isKnown()).isFalse();
        assertThat(made.sourceLine(1)).isEmpty();
    }

    @Test
    void theTextOfADocumentIsCompactJson() {
        String text =
                "{\"a\":[1,-2,18446744073709551615,0.1,1.0E30,\"\\\"\\\\\\n\\r\\t\\u0001é😀\",true,false,null,{},[]]}";
        assertThat(read(text)).hasToString(text);
    }

    @Test
    void manyNamesAreFoundAmongMany() {
        var text = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            text.append(i == 0 ? "" : ",").append("\"n").append(i).append("\":").append(i);
        }
        JsonDocument large = read(text.append('}').toString());
        for (int i = 0; i < 1000; i++) {
            assertThat(large.int64(large.member(ROOT, "n" + i))).isEqualTo(i);
        }
        assertThat(large.member(ROOT, "n1000")).isEqualTo(-1);
    }
}
