// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QemuJsonParserTest {
    private static List<String> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] bytes) {
        return QemuOutcomes.of(bytes, bytes.length).stream()
                .map(Object::toString)
                .toList();
    }

    private static String error(String text) {
        return "JSON parse error, " + text;
    }

    /** Recorded from QEMU 7.2 by hand; {@code ~} stands for a newline. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":[1 2]}#expected separator in list",
                "{\"a\":1,\"a\":2 \"b\"}#duplicate key",
                "{[1 2]:3}#expected separator in list",
                "{[1]:3}#key is not a string in object",
                "{{\"a\":1,\"a\":2}:3}#duplicate key",
                "{\"a\":{\"b\":1,\"b\":2},\"c\" 1}#duplicate key",
                "{'a':1,\"a\":2}#duplicate key",
                "{\"a\":1]#expected separator in dict",
                "[1}#expected separator in list",
                "{[}]#expecting value",
                "{\"a\":1,,}#expecting value",
                "{null:2}#key is not a string in object",
                "{\"a\"}#missing : in object pair",
                "\"\\u1\"#\\u1\" is not a valid Unicode character",
                "'\\u12'#\\u12' is not a valid Unicode character",
                "\"\\u\"#\\u\" is not a valid Unicode character",
                "\"\\ud800\\u0041\"#\\ud800 is not a valid Unicode character",
                "\"\\ud800\\u00\"#\\ud800 is not a valid Unicode character",
                "\"\\udc00\"#\\udc00 is not a valid Unicode character",
                "\"\\ufdd0\"#\\ufdd0 is not a valid Unicode character",
                "\"\\ufffe\"#\\ufffe is not a valid Unicode character",
                "\"\\U0041\"#invalid escape sequence in string",
                "xyz~#invalid keyword 'xyz'",
                "@~#stray '@'",
                "1.~#stray '1.~'",
                "\"\\u12~#stray '\"\\u12~'"
            })
    void aFaultHasQemusText(String text, String expected) {
        assertThat(read(text.replace('~', '\n'))).containsExactly(error(expected.replace('~', '\n')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22f888808080", "22e9", "22e282", "22c181", "22efbfbe"})
    void aMalformedSequenceIsShownAsOneReplacement(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex + "01");
        assertThat(read(bytes)).containsExactly(error("stray '\"\ufffd\u0001'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22c322", "22eda08022", "22efbfbe22", "22f09fbfbe22", "22fc848080808022", "22c18122"})
    void malformedUtf8InStringsIsRefused(String hex) {
        assertThat(read(HexFormat.of().parseHex(hex))).containsExactly(error("invalid UTF-8 sequence in string"));
    }

    @Test
    void theOverlongZeroIsTheZeroCharacter() {
        assertThat(read(HexFormat.of().parseHex("22c08022"))).containsExactly("\"\\u0000\"");
    }

    @Test
    void aValueIsHandedOverWithItsClosingToken() {
        assertThat(read("{\"a\":[1]}")).containsExactly("{\"a\":[1]}");
        assertThat(read("{\"a\":[1]")).isEmpty();
        assertThat(read("12")).isEmpty();
        assertThat(read("12 ")).containsExactly("12");
        assertThat(read("true[")).containsExactly("true");
    }

    @Test
    void aZeroTakesNoExponent() {
        assertThat(read("0e1 ")).containsExactly("0", error("invalid keyword 'e'"), "1");
        assertThat(read("0.0e1 ")).containsExactly("0.0");
    }

    @Test
    void readingGoesOnBehindAFault() {
        assertThat(read("{]}")).containsExactly(error("expecting value"), error("expecting value"));
        assertThat(read("{\"execute\":query-status}")).containsExactly(error("stray '-s'"), error("expecting value"));
        assertThat(read("@ab\"x\"\tx{}")).containsExactly(error("stray '@'"), "{}");
        assertThat(read("@ab\nx{}")).containsExactly(error("stray '@'"), error("invalid keyword 'x'"), "{}");
        assertThat(read("@ab\u0001cd{}")).containsExactly(error("stray '@'"), error("stray '\u0001'"), "{}");
    }

    @Test
    void aFaultyNewlineSwallowsTheNextLine() {
        assertThat(read("1.\nabc {}\n0x10\n"))
                .containsExactly(error("stray '1.\n'"), "{}", "0", error("invalid keyword 'x'"), "10");
        assertThat(read("1.\n0x10\n{}")).containsExactly(error("stray '1.\n'"), "{}");
    }

    @Test
    void theByteFfBeginsAnew() {
        byte[] bytes = "{\"a\":[?{}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[6] = (byte) 0xff;
        assertThat(read(bytes)).containsExactly(error("stray '\ufffd'"), "{}");
    }

    @Test
    void aLongWordIsCutInTheMessage() {
        assertThat(read("b".repeat(3000) + "\n")).containsExactly(error("invalid keyword '" + "b".repeat(1023 - 17)));
        assertThat(read("\"" + "b".repeat(3000) + "\n")).containsExactly(error("stray '\"" + "b".repeat(3000) + "\n'"));
    }

    @Test
    void nestingEndsAt1024() {
        String deep = "[".repeat(1024) + "]".repeat(1024);
        assertThat(read(deep)).containsExactly(deep);
        List<String> expected = new ArrayList<>();
        expected.add("JSON nesting depth limit exceeded");
        expected.addAll(Collections.nCopies(1025, error("expecting value")));
        assertThat(read("[".repeat(1025) + "]".repeat(1025))).isEqualTo(expected);
    }

    @Test
    void aHundredThousandBracketsCostAHundredErrors() {
        assertThat(read("[".repeat(100_000))).hasSize(97).containsOnly("JSON nesting depth limit exceeded");
    }

    @Test
    void tokensEndAtTwoMebi() {
        int elements = QemuStreamer.MAX_TOKENS / 2 - 1;
        String fits = "[" + "1,".repeat(elements - 1) + "1]";
        assertThat(QemuOutcomes.of((fits + " ").getBytes(StandardCharsets.US_ASCII), 65536))
                .singleElement()
                .isInstanceOf(JsonDocument.class);
        String tooMany = "[" + "1,".repeat(elements) + "11]";
        assertThat(read(tooMany).getFirst()).isEqualTo("JSON token count limit exceeded");
    }

    @Test
    void tokenBytesEndAt64Mebi() {
        var outcomes = new QemuOutcomes();
        var parser = new QemuJsonParser(outcomes);
        parser.feed("{\"a\":\"".getBytes(StandardCharsets.US_ASCII));
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 64; i++) {
            parser.feed(block);
        }
        assertThat(outcomes.received()).containsExactly("JSON token size limit exceeded");
        parser.feed("\u0001{}".getBytes(StandardCharsets.US_ASCII));
        assertThat(outcomes.received().getLast()).hasToString("{}");
    }

    @Test
    void numbersKeepTheirKind() {
        List<Object> values = QemuOutcomes.of(
                "9223372036854775807 9223372036854775808 18446744073709551616 -9223372036854775809 -0 1.0 "
                        .getBytes(StandardCharsets.US_ASCII),
                3);
        assertThat(values.stream().map(value -> ((JsonDocument) value).kind(ROOT)))
                .containsExactly(
                        JsonKind.INT64, JsonKind.UINT64, JsonKind.REAL, JsonKind.REAL, JsonKind.INT64, JsonKind.REAL);
    }

    /** QEMU 7.2 accepts it and prints {@code inf}. */
    @Test
    void aNumberBeyondADoubleIsRefused() {
        assertThat(read("[1e400]")).containsExactly(error("number 1e400 is out of range"));
        assertThat(read("9".repeat(400) + " ").getFirst()).endsWith(" is out of range");
    }

    @Test
    void stringsTakeEitherQuoteAndTheirEscapes() {
        JsonDocument doc = QemuJsonParser.parse("['a\"\\'\\/\\b\\f\\n\\r\\t\\\\\\u00e9\\ud83d\\ude00é😀', \"a'\"]");
        assertThat(doc.string(1)).isEqualTo("a\"'/\b\f\n\r\t\\é😀é😀");
        assertThat(doc.string(2)).isEqualTo("a'");
    }

    @Test
    void oneTextHoldsOneValue() {
        assertThat(QemuJsonParser.parse(" {\"a\":1} ")).hasToString("{\"a\":1}");
        assertThat(QemuJsonParser.parse("12")).hasToString("12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{\"a\":1#JSON parse error, premature EOI",
                "{\"a\"#JSON parse error, premature EOI",
                "[1 2#JSON parse error, expected separator in list",
                "{} x#Expecting at most one JSON value",
                "{}{}#Expecting at most one JSON value",
                "1 @#Expecting at most one JSON value",
                "``#Expecting a JSON value",
                "on#JSON parse error, invalid keyword 'on'",
                "\"abc#JSON parse error, stray '\"abc'",
                "-#JSON parse error, stray '-'",
                "@ {}#JSON parse error, stray '@'"
            })
    void aTextThatIsNotOneValueIsRefused(String text, String message) {
        assertThatThrownBy(() -> QemuJsonParser.parse(text))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }

    @Test
    void aNewStreamMayBeginAfterTheEnd() {
        var outcomes = new QemuOutcomes();
        var parser = new QemuJsonParser(outcomes);
        parser.feed("[1,".getBytes(StandardCharsets.US_ASCII));
        parser.finish();
        parser.feed("{}".getBytes(StandardCharsets.US_ASCII));
        parser.finish();
        assertThat(outcomes.received().stream().map(Object::toString)).containsExactly(error("premature EOI"), "{}");
    }

    @Test
    void manyMembersAreReadWithoutSearchingEachTime() {
        var text = new StringBuilder("{");
        IntStream.range(0, 200_000)
                .forEach(i ->
                        text.append("\"m").append(i).append("\":").append(i).append(','));
        String object = text.append("\"x\":0}").toString();
        assertThat(QemuJsonParser.parse(object).childCount(ROOT)).isEqualTo(200_001);
        assertThat(read(text.insert(1, "\"x\":1,").toString())).containsExactly(error("duplicate key"));
    }
}
