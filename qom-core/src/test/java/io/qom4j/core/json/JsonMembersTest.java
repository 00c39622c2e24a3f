// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of members that look like earlier ones: each value is what it would be by itself, and no limit is lost on the way. */
class JsonMembersTest {
    private static final String USUAL = "{\"a\":1,\"b\":\"x\",\"c\":true}";

    /** What is near the end of a text is not read in runs. */
    private static final String ROOM = " ".repeat(100);

    private static JsonDocument read(String text) {
        return JsonReader.lenient().read(text + ROOM, "test");
    }

    private static JsonDocument read(String text, JsonLimits limits) {
        return JsonReader.lenient().withLimits(limits).read(text + ROOM, "test");
    }

    private static String alike(String second) {
        return "[" + USUAL + ",{\"a\":" + second + ",\"b\":\"y\",\"c\":false}," + USUAL + "]";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "12345678",
                "123456789",
                "123456789012345",
                "1234567890123456",
                "9223372036854775807",
                "18446744073709551615",
                "1.5",
                "\"\"",
                "\"text of more than eight characters\"",
                "\"\\u00e9\"",
                "\"\u00e9\"",
                "\"a\\\"b\"",
                "true",
                "false",
                "null",
                "{}",
                "[]",
                "{\"a\":1}",
                "[1,2]"
            })
    void valueAmongAlikeOnesIsWhatItIsAlone(String value) {
        JsonDocument alone = read(value);
        JsonDocument document = read(alike(value));
        int node = document.find("/1/a");
        assertThat(document.toJava(node)).isEqualTo(alone.toJava(JsonDocument.ROOT));
        assertThat(document.toJava(document.find("/1/c"))).isEqualTo(false);
        assertThat(document.toJava(document.find("/2"))).isEqualTo(document.toJava(document.find("/0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "1x", "truex", "tru", "1 2", "\"a", "\"a\tb\"", "'a\"", "+1", ".5", "1e", "--1", ""})
    void faultyValueAmongAlikeOnesIsRefused(String value) {
        assertThatThrownBy(() -> read(alike(value))).isInstanceOf(JsonException.class);
    }

    @Test
    void nameThatComesTwiceInARunIsSeen() {
        String twice = "{\"a\":1,\"b\":\"x\",\"a\":2}";
        assertThatThrownBy(() -> read("[" + USUAL + "," + twice + "]")).isInstanceOf(JsonException.class);
        JsonDocument kept =
                JsonReader.lenient().keepingDuplicates().read("[" + twice + "," + twice + "]" + ROOM, "test");
        assertThat(kept.duplicates()).hasSize(2);
    }

    @Test
    void nameThatComesTwiceIsSeenAmongMoreThanSixtyFour() {
        String many =
                IntStream.range(0, 80).mapToObj(i -> "\"n" + i + "\":" + i).collect(Collectors.joining(","));
        assertThat(read("[{" + many + "},{" + many + "}]").childCount(1)).isEqualTo(80);
        assertThatThrownBy(() -> read("[{" + many + "},{" + many + ",\"n70\":1}]"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void runEndsWhereThereAreTooManyValues() {
        String text = "[" + String.join(",", List.of(USUAL, USUAL, USUAL)) + "]";
        assertThat(read(text, new JsonLimits(9, 99, 99, 9999, 13)).nodeCount()).isEqualTo(13);
        assertThatThrownBy(() -> read(text, new JsonLimits(9, 99, 99, 9999, 12)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void runEndsAtAStringOrNumberThatIsTooLong() {
        JsonLimits limits = new JsonLimits(9, 4, 4, 9999, 99);
        assertThat(read(alike("\"four\""), limits).nodeCount()).isEqualTo(13);
        assertThat(read(alike("1234"), limits).nodeCount()).isEqualTo(13);
        assertThatThrownBy(() -> read(alike("\"fives\""), limits)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> read(alike("12345"), limits)).isInstanceOf(JsonException.class);
    }

    @Test
    void longListOfAlikeObjectsIsReadWhole() {
        String text = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"id\": \"d" + i + "\", \"n\": " + i + ", \"on\": " + (i % 2 == 0) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        JsonDocument document = read(text);
        int node = document.firstChild(JsonDocument.ROOT);
        for (int i = 0; i < 1000; i++, node = document.end(node)) {
            assertThat(document.string(document.member(node, "id"))).isEqualTo("d" + i);
            assertThat(document.int64(document.member(node, "n"))).isEqualTo(i);
            assertThat(document.kind(document.member(node, "on")))
                    .isEqualTo(i % 2 == 0 ? JsonKind.TRUE : JsonKind.FALSE);
        }
    }
}
