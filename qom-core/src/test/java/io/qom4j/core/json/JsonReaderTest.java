// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static JsonException refusal(JsonReader reader, String text) {
        try {
            reader.read(text, "f");
        } catch (JsonException e) {
            return e;
        }
        throw new AssertionError("accepted: " + text);
    }

    @Test
    void nameWithOneKindOfQuoteIsNoNameInThatKindOfQuotes() {
        assertThat(refusal(JsonReader.lenient(), "[{'a\"b': 1}, {\"a\"b\": 1}]")
                        .position()
                        .column())
                .isEqualTo(18);
    }

    @Test
    void duplicateIsSeenAmongMoreNamesThanBitsAndInTheOuterOfTwoObjects() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            many.append("\"n").append(i).append("\": 1, ");
        }
        JsonReader keeping = JsonReader.lenient().keepingDuplicates();
        assertThat(keeping.read(many + "\"n99\": 2}", "f").duplicates()).containsExactly(101);
        assertThat(keeping.read(many + "\"n100\": 2}", "f").duplicates()).isEmpty();
        assertThat(keeping.read("{\"a\": {\"b\": 1}, \"b\": 2, \"a\": 3}", "f").duplicates())
                .containsExactly(4);
        refusal(JsonReader.lenient(), many + "\"n7\": 2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "#1:1#expected a value, found an empty document",
                "  #1:3#expected a value, found an empty document",
                "}#1:1#expected a value, found '}'",
                "[1,]#1:3#a comma must not stand before ']'",
                "{\"a\":1,}#1:7#a comma must not stand before '}'",
                "[,]#1:2#expected a value, found ','",
                "[1 2]#1:4#expected ',' or ']', found '2'",
                "{\"a\":1 \"b\":2}#1:8#expected ',' or '}', found the string \"b\"",
                "{\"a\" 1}#1:6#expected ':' after the member name, found '1'",
                "{\"a\"}#1:5#expected ':' after the member name, found '}'",
                "{a:1}#1:2#expected a member name in double quotes, found 'a'",
                "{1:2}#1:2#expected a member name in double quotes, found '1'",
                "{\"a\":}#1:6#expected a value, found '}'",
                "{} x#1:4#expected the end of the document, found 'x'",
                "{}{}#1:3#expected the end of the document, found '{'",
                "[1}#1:3#expected ',' or ']', found '}'",
                "{\"a\":1]#1:7#expected ',' or '}', found ']'",
                "{\"a\":[1#1:6#the '[' that begins here is not closed: the document ends",
                "{#1:1#the '{' that begins here is not closed: the document ends",
                "True#1:1#expected a value, found 'True'; did you mean true?",
                "nulll#1:1#expected a value, found 'nulll'; strings stand in double quotes",
                "NaN#1:1#expected a value, found 'NaN'; numbers must be finite",
                "on#1:1#expected a value, found 'on'; did you mean true?",
                "'a'#1:1#strings stand in double quotes, not single ones",
                "/* c */ 1#1:1#expected a value, found '/'; there are no comments in strict JSON",
                "01#1:1#a number must not begin with 0; there is no octal form",
                "-01#1:2#a number must not begin with 0; there is no octal form",
                "0x10#1:1#there are no hexadecimal numbers in JSON; write it in decimal",
                "+1#1:1#a number must not begin with '+'",
                ".5#1:1#a number must not begin with '.'; write a 0 before it",
                "[5.]#1:4#expected a digit after '.', found ']'",
                "-#1:2#expected a digit after '-', found the end of the document",
                "[1e]#1:4#expected a digit in the exponent, found ']'",
                "1e400#1:1#the number 1e400 is out of range",
                "\"abc#1:1#the string that begins here is not closed",
                "\"a\tb\"#1:3#a control character (U+0009) must be written as an escape in a string",
                "\"\\x\"#1:2#an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                "\"\\'\"#1:2#an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                "\"\\u12g4\"#1:2#\\u takes four hexadecimal digits",
                "\"\\ud800\"#1:2#a surrogate escape must be one of a pair, high before low",
                "\"\\udc00\"#1:2#a surrogate escape must be one of a pair, high before low",
                "\"\\ud800\\u0041\"#1:2#a surrogate escape must be one of a pair, high before low",
                "{\"é\":1,\"é\":2}#1:8#the member \"é\" comes twice in this object; it is first on line 1",
                "[1,\u0007]#1:4#expected a value, found the control character U+0007",
                "[\u00e9]#1:2#expected a value, found 'é'",
                "{\"averyveryverylongnameofamember\" 1}#1:35#expected ':' after the member name, found '1'"
            })
    void aFaultIsToldWithItsPlace(String text, String place, String problem) {
        JsonException e = refusal(JsonReader.strict(), text == null ? "" : text);
        assertThat(e.problem()).isEqualTo(problem);
        assertThat(e.position()).hasToString("f:" + place);
        assertThat(e).hasMessage("f:" + place + ": " + problem);
    }

    @Test
    void aStringLeftOpenOnItsLineIsToldWhereItBegins() {
        JsonException e = refusal(JsonReader.strict(), "{\n  \"a\": \"x\n}");
        assertThat(e.position()).isEqualTo(new SourcePosition("f", 2, 8));
        assertThat(e.sourceLine()).isEqualTo("  \"a\": \"x");
        assertThat(e.problem()).isEqualTo("the string that begins here is not closed on its line");
    }

    @Test
    void columnsCountCharactersAndLinesMayEndInCrLf() {
        JsonException e = refusal(JsonReader.strict(), "{\"a\": 1,\r\n \"€😀\": x}\r\n");
        assertThat(e.position()).isEqualTo(new SourcePosition("f", 2, 8));
        assertThat(e.sourceLine()).isEqualTo(" \"€😀\": x}");
    }

    @Test
    void theLenientGrammarTakesCommentsTrailingCommasAndSingleQuotes() {
        JsonDocument doc = JsonReader.lenient()
                .read("// machine\n{'a': 'it\\'s', /* two */ \"b\": [1, 2,], 'c': {},} // end", "f");
        assertThat(doc.toJava(ROOT)).isEqualTo(Map.of("a", "it's", "b", List.of(1L, 2L), "c", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "[,]#1:2#expected a value, found ','",
                "{,}#1:2#expected a member name in double quotes, found ','",
                "[1,,]#1:4#expected a value, found ','",
                "[1 /* x#1:4#the comment that begins here is not closed",
                "[1 / 2]#1:4#expected ',' or ']', found '/'",
                "['a\"]#1:2#the string that begins here is not closed",
                "1//#1:2#expected white space after the number, found '/'"
            })
    void theLenientGrammarHasLimits(String text, String place, String problem) {
        JsonException e = refusal(JsonReader.lenient(), text);
        assertThat(e).hasMessage("f:" + place + ": " + problem);
    }

    @Test
    void malformedUtf8IsRefused() {
        for (String hex : List.of("e9", "c0 80", "ed a0 80", "f4 90 80 80", "ff", "80", "e2 82", "f5 80 80 80")) {
            byte[] bytes = ("[\"" + bytesOf(hex) + "\"]").getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> JsonReader.strict().read(bytes, "f"))
                    .as(hex)
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("f:1:3: the byte 0x")
                    .hasMessageEndingWith("is not well-formed UTF-8");
        }
    }

    private static String bytesOf(String hex) {
        var text = new StringBuilder();
        for (String digits : hex.split(" ", -1)) {
            text.append((char) Integer.parseInt(digits, 16));
        }
        return text.toString();
    }

    @Test
    void aByteOrderMarkIsSkippedAndDoesNotCount() {
        byte[] bytes = "\ufeff[x]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonReader.strict().read(bytes, "f")).hasMessageStartingWith("f:1:2: ");
        byte[] good = "\ufeff[1]".getBytes(StandardCharsets.UTF_8);
        JsonDocument doc = JsonReader.strict().read(good, "f");
        assertThat(doc.position(doc.element(ROOT, 0))).isEqualTo(new SourcePosition("f", 1, 2));
        assertThat(doc.sourceLine(1)).isEqualTo("[1]");
    }

    @Test
    void otherEncodingsAreRefused() {
        for (byte[] bytes : List.of(
                "[1]".getBytes(StandardCharsets.UTF_16), "[1]".getBytes(StandardCharsets.UTF_16LE), new byte[] {0, 0
                })) {
            assertThatThrownBy(() -> JsonReader.strict().read(bytes, "f"))
                    .hasMessage("f:1:1: the document is not UTF-8");
        }
    }

    @Test
    void aJavaStringWithALoneSurrogateIsRefused() {
        assertThatThrownBy(() -> JsonReader.strict().read("\"\ud800\"", "f"))
                .hasMessage("f: the text has a lone surrogate at index 1");
    }

    @Test
    void aDuplicateInsideADuplicateIsToldWithItsOwnPlaces() {
        JsonException e = refusal(JsonReader.strict(), "{\"a\": 1,\n \"a\": {\"b\": 2,\n \"b\": 3}}");
        assertThat(e).hasMessage("f:3:2: the member \"b\" comes twice in this object; it is first on line 2");
    }

    @Test
    void aDuplicateIsToldWithBothPlaces() {
        JsonException e = refusal(JsonReader.strict(), "{\"a\": {\"x\": 1},\n \"b\": 2,\n \"a\": 3}");
        assertThat(e).hasMessage("f:3:2: the member \"a\" comes twice in this object; it is first on line 1");
    }

    @Test
    void aFaultBehindADuplicateIsToldFirst() {
        assertThat(refusal(JsonReader.strict(), "[{\"a\":1,\"a\":2}, x]")
                        .position()
                        .column())
                .isEqualTo(17);
    }

    @Test
    void equalNamesInDifferentObjectsAreNoDuplicates() {
        JsonDocument doc = JsonReader.strict().read("{\"a\":{\"a\":{\"a\":1},\"b\":1},\"b\":{\"a\":1}}", "f");
        assertThat(doc.duplicates()).isEmpty();
    }

    @Test
    void duplicatesCanBeKeptForTheCallerToReport() {
        JsonDocument doc =
                JsonReader.strict().keepingDuplicates().read("{\"a\":1,\"b\":{\"c\":1,\"c\":2,\"c\":3},\"a\":4}", "f");
        assertThat(doc.duplicates()).hasSize(3);
        assertThat(doc.namePosition(doc.duplicates()[2]).column()).isEqualTo(32);
        assertThat(doc.int64(doc.member(ROOT, "a"))).isEqualTo(1);
    }

    @Test
    void tooDeepNestingIsRefused() {
        assertThat(refusal(JsonReader.strict(), "[".repeat(100_000)).problem())
                .isEqualTo("arrays and objects stand more than 1024 deep inside each other");
        String allowed = "[".repeat(1024) + "]".repeat(1024);
        assertThat(JsonReader.strict().read(allowed, "f").nodeCount()).isEqualTo(1024);
    }

    @Test
    void anOverlongStringIsRefused() {
        byte[] bytes = ("\"" + "x".repeat(20 << 20) + "\"").getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> JsonReader.strict().read(bytes, "f"))
                .hasMessage("f:1:1: a string has more than 16777216 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "[[[1]]]#1:3#arrays and objects stand more than 2 deep inside each other",
                "[\"12345678901\"]#1:2#a string has more than 10 characters",
                "{\"12345678901\":1}#1:2#a string has more than 10 characters",
                "[123456789012]#1:2#a number has more than 10 characters",
                "[1,2,3,4,5,6,7,8]#1:16#the document has more than 8 values",
                "[\"1\", \"2\", \"3\", \"4\", \"5\", \"66\"]#1:1#the document has more than 30 bytes"
            })
    void smallLimitsHold(String text, String place, String problem) {
        JsonReader reader = JsonReader.strict().withLimits(new JsonLimits(2, 10, 10, 30, 8));
        assertThat(refusal(reader, text)).hasMessage("f:" + place + ": " + problem);
    }

    @Test
    void aStreamIsReadNoFurtherThanTheLimit() throws IOException {
        var endless = new ByteArrayInputStream(" ".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        JsonReader reader = JsonReader.strict().withLimits(new JsonLimits(2, 10, 10, 30, 8));
        assertThatThrownBy(() -> reader.read(endless, "f")).hasMessageContaining("more than 30 bytes");
        assertThat(endless.available()).isEqualTo(1000 - 31);
    }

    @Test
    void aFileIsNamedInMessages(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("m.json"), "[1,\n2,\n!]");
        assertThatThrownBy(() -> JsonReader.strict().read(file)).hasMessage(file + ":3:1: expected a value, found '!'");
        assertThatThrownBy(() -> JsonReader.strict().read(dir.resolve("none.json")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void limitsMustBePositive(int limit) {
        assertThatThrownBy(() -> new JsonLimits(limit, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
