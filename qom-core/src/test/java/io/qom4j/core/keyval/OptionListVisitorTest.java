// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.text.Warnings;
import io.qom4j.core.vectors.Vectors;
import io.qom4j.core.visit.InputVisitor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionListVisitorTest {
    private static InputVisitor over(String text) {
        return over(text, WarningSink.IGNORE);
    }

    private static InputVisitor over(String text, WarningSink warnings) {
        var v = new OptionListVisitor(OptionList.parse(text, "qom-type", WarningSink.IGNORE), warnings);
        v.beginStruct(null);
        return v;
    }

    private static void refused(Runnable reading, String message) {
        assertThatThrownBy(reading::run).isInstanceOf(ValueException.class).hasMessage(message);
    }

    static Stream<Arguments> scalarRows() {
        Function<InputVisitor, Object> size = v -> v.readSize("hugetlbsize");
        Function<InputVisitor, Object> uint = v -> v.readUint("prealloc-threads", 32);
        Function<InputVisitor, Object> bool = v -> v.readBool("merge");
        return Stream.of(
                        rows("table-size", "hugetlbsize", size),
                        rows("table-uint", "prealloc-threads", uint),
                        rows("table-bool", "merge", bool))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> rows(String table, String property, Function<InputVisitor, Object> reading) {
        return Vectors.rows(table, "rows").stream()
                .map(row -> Arguments.of(property + "=" + row.get("text"), row, reading));
    }

    /** Each row was recorded from a command line; the error is what follows the option's text and a colon. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("scalarRows")
    @SuppressWarnings("unchecked")
    void tableRowsGiveWhatQemuGives(String option, Map<String, Object> row, Function<InputVisitor, Object> reading) {
        InputVisitor v = over("memory-backend-memfd,id=m," + option);
        if (row.get("ok").equals(true)) {
            Object value = reading.apply(v);
            if (row.containsKey("value")) {
                Object expected = row.get("value");
                assertThat(value).isEqualTo(expected instanceof Number number ? number.longValue() : expected);
            }
        } else {
            String error = ((List<String>) row.get("error")).getLast();
            assertThatThrownBy(() -> assertThat(reading.apply(v)).isNull())
                    .isInstanceOf(ValueException.class)
                    .hasMessage(error.substring(error.indexOf(": ") + 2));
        }
    }

    static Stream<Map<String, Object>> leftoverRows() {
        return Vectors.rows("table-keyval", "rows").stream()
                .filter(row -> String.valueOf(row.get("error")).contains("Invalid parameter '"));
    }

    /**
     * Of the rows about whole options, those that end in an unknown one are the visitor's; the others need types and their
     * properties and are replayed where these are.
     */
    @ParameterizedTest
    @MethodSource("leftoverRows")
    @SuppressWarnings("unchecked")
    void unknownOptionsAreNamedAsQemuNamesThem(Map<String, Object> row) {
        InputVisitor v = over(Vectors.text(row, "text"));
        v.readString("qom-type");
        v.readString("id");
        v.readSize("size");
        String error = ((List<String>) row.get("error")).getLast();
        refused(v::checkStruct, error.substring(error.lastIndexOf(": ") + 2));
    }

    /** Recorded from QEMU 7.2, which names the one that its hash table holds first. */
    @ParameterizedTest
    @CsvSource({
        "'size=4096,merge=off,foo=1,bar=2,baz=3', baz",
        "'size=4096,bar=2,foo=1', bar",
        "'size=4096,foo=1,foo=2', foo",
        "'size=4096,foo,,bar', bar",
        "'size=4k,foo,,size=8k', foo",
        "'size=4096,policy=bind,host-nodes.0=0,host-nodes.1=0', host-nodes.1"
    })
    void ofSeveralUnknownOptionsOneIsNamed(String options, String named) {
        InputVisitor v = over("memory-backend-ram,id=m," + options);
        v.readString("qom-type");
        v.readString("id");
        v.readSize("size");
        for (String known : List.of("merge", "policy")) {
            if (v.isPresent(known)) {
                v.readString(known);
            }
        }
        refused(v::checkStruct, "Invalid parameter '" + named + "'");
    }

    @Test
    void scalarsTakeTheLastOption() {
        InputVisitor v = over("x,size=junk,size=4k,dump=off,dump=on");
        assertThat(v.readSize("size")).isEqualTo(4096);
        assertThat(v.readBool("dump")).isTrue();
    }

    @Test
    void anOverriddenOptionDoesNotWarn() {
        var warnings = new Warnings();
        assertThat(over("x,size=0x1k,size=4k", warnings).readSize("size")).isEqualTo(4096);
        assertThat(warnings.received()).isEmpty();
        assertThat(over("x,size=0x1k", warnings).readSize("size")).isEqualTo(1024);
        assertThat(warnings.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0x10, 16", "-5, -5", "' 1', 1", "010, 8", "-9223372036854775808, -9223372036854775808"})
    void signedIntegersAreRead(String text, long value) {
        assertThat(over("iothread,n=" + text).readInt64("n")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1k", "1 ", "1-2", "9223372036854775808", "08"})
    void otherTextsAreNoSignedIntegers(String text) {
        refused(() -> over("iothread,n=" + text).readInt64("n"), "Parameter 'n' expects an int64 value");
    }

    private static List<Long> list(String options, boolean signed) {
        InputVisitor v = over("x," + options);
        List<Long> read = new ArrayList<>();
        v.beginList("l");
        while (v.nextElement()) {
            read.add(signed ? v.readInt64(null) : v.readUint64(null));
        }
        v.endList();
        return read;
    }

    @Test
    void repeatedOptionsAndRangesMakeAList() {
        assertThat(list("l=0-1,l=3", false)).containsExactly(0L, 1L, 3L);
        assertThat(list("l= 0", false)).containsExactly(0L);
        assertThat(list("l=0- 0", false)).containsExactly(0L);
        assertThat(list("l=0-+0", false)).containsExactly(0L);
        assertThat(list("l=0x0-0x2,l=1", false)).containsExactly(0L, 1L, 2L, 1L);
        assertThat(list("l=-3--1,l=-5", true)).containsExactly(-3L, -2L, -1L, -5L);
        assertThat(list("l=18446744073709551614-18446744073709551615", false)).containsExactly(-2L, -1L);
        assertThat(list("l=0-65535", false))
                .isEqualTo(LongStream.range(0, 65536).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0-",
                "3-1",
                "-1",
                "1-2-3",
                "0 -0",
                "0--0",
                "0-70000",
                "0-65536",
                "18446744073709551616",
                "0,,1"
            })
    void otherTextsAreNoListsOfUnsignedIntegers(String text) {
        refused(() -> list("l=" + text, false), "Parameter 'l' expects a uint64 value or range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-", "2-1", "9223372036854775808", "-9223372036854775808-9223372036854775807"})
    void otherTextsAreNoListsOfSignedIntegers(String text) {
        refused(() -> list("l=" + text, true), "Parameter 'l' expects an int64 value or range");
    }

    @Test
    void narrowElementsAreNamedNull() {
        InputVisitor v = over("x,l=65536");
        v.beginList("l");
        v.nextElement();
        refused(() -> v.readUint(null, 16), "Parameter 'null' expects uint16_t");
    }

    @Test
    void listsHoldOtherScalarsToo() {
        InputVisitor v = over("x,l=on,l=4k,l=a,l=0.5");
        v.beginList("l");
        v.nextElement();
        assertThat(v.readBool(null)).isTrue();
        v.nextElement();
        assertThat(v.readSize(null)).isEqualTo(4096);
        v.nextElement();
        assertThat(v.readString(null)).isEqualTo("a");
        v.nextElement();
        assertThat(v.readNumber(null)).isEqualTo(0.5);
        assertThat(v.nextElement()).isFalse();
        v.endList();
        refused(() -> v.readString("l"), "Parameter 'l' is missing");
    }

    @Test
    void elementsLeftUnreadAreRefused() {
        InputVisitor v = over("x,l=0-3,l=7");
        v.beginList("l");
        v.nextElement();
        v.readUint64(null);
        refused(v::endList, "Only 1 list elements expected in l");
    }

    @Test
    void readingPastTheEndOfAListIsRefused() {
        InputVisitor v = over("x,l=1");
        v.beginList("l");
        v.nextElement();
        v.readUint64(null);
        assertThat(v.nextElement()).isFalse();
        refused(() -> v.readUint64(null), "Parameter 'l' has only 1 elements");
    }

    @Test
    void whatWasReadIsGone() {
        InputVisitor v = over("x,a=1");
        assertThat(v.isPresent("a")).isTrue();
        v.readInt64("a");
        assertThat(v.isPresent("a")).isFalse();
        refused(() -> v.readInt64("a"), "Parameter 'a' is missing");
    }

    @Test
    void aRefusedOptionIsStillThere() {
        InputVisitor v = over("x,a=q");
        refused(() -> v.readInt64("a"), "Parameter 'a' expects an int64 value");
        assertThat(v.readAny("a")).isEqualTo("q");
    }

    @Test
    void nestedStructsAreFlat() {
        InputVisitor v = over("x,a=1");
        v.beginStruct("inner");
        assertThat(v.readInt64("a")).isEqualTo(1);
        v.checkStruct();
        v.endStruct();
        refused(v::checkStruct, "Invalid parameter 'qom-type'");
    }

    @Test
    void whatOptionsCannotExpressIsRefused() {
        InputVisitor v = over("x,rules=a,n=");
        refused(() -> v.readNull("n"), "Invalid parameter type for 'n', expected: null");
        refused(() -> v.readNumber("n"), "Invalid parameter type for 'n', expected: number");
        v.beginList("rules");
        v.nextElement();
        refused(() -> v.beginStruct(null), "Parameter 'rules' takes a list of structs, which options cannot express");
        refused(() -> v.beginList(null), "Parameter 'rules' takes a list of lists, which options cannot express");
    }

    @Test
    void theIdIsAnOption() {
        InputVisitor v = over("x,id=a,id=b");
        assertThat(v.readString("qom-type")).isEqualTo("x");
        assertThat(v.readString("id")).isEqualTo("a");
        v.checkStruct();
        refused(() -> v.beginList("nope"), "Parameter 'nope' is missing");
    }

    @Test
    void unsignedValuesBeyondLongAreRead() {
        assertThat(over("x,n=18446744073709551615").readUint64("n"))
                .isEqualTo(new BigInteger("18446744073709551615").longValue());
    }
}
