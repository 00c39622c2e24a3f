// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.vectors.Vectors;
import io.qom4j.core.visit.InputVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringInputVisitorTest {
    private static StringInputVisitor over(String text) {
        return new StringInputVisitor(text, WarningSink.IGNORE);
    }

    private static List<Long> signedList(String text) {
        return list(over(text), true);
    }

    private static List<Long> list(InputVisitor v, boolean signed) {
        var elements = new ArrayList<Long>();
        v.beginList("list");
        while (v.nextElement()) {
            elements.add(signed ? v.readInt64(null) : v.readUint64(null));
        }
        v.endList();
        return elements;
    }

    static Stream<Map<String, Object>> integers() {
        return Vectors.rows("parse-vectors", "int64").stream();
    }

    static Stream<Map<String, Object>> lists() {
        return Vectors.rows("parse-vectors", "uintList").stream();
    }

    static Stream<Map<String, Object>> booleans() {
        return Vectors.rows("parse-vectors", "bool").stream();
    }

    @ParameterizedTest
    @MethodSource("integers")
    void recordedIntegersGiveWhatQemuGives(Map<String, Object> row) {
        StringInputVisitor v = over(Vectors.text(row, "text"));
        if (row.containsKey("value")) {
            assertThat(v.readInt64("poll-max-ns")).isEqualTo(Vectors.bits(row, "value"));
        } else {
            assertThatThrownBy(() -> v.readInt64("poll-max-ns"))
                    .isInstanceOf(ValueException.class)
                    .hasMessage(Vectors.text(row, "error"));
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void recordedListsGiveWhatQemuGives(Map<String, Object> row) {
        StringInputVisitor v = over(Vectors.text(row, "text"));
        var read = new ArrayList<Long>();
        Runnable reading = () -> {
            v.beginList("host-nodes");
            while (v.nextElement()) {
                read.add(v.readUint(null, 16));
            }
            v.endList();
        };
        if (row.containsKey("error")) {
            assertThatThrownBy(reading::run).isInstanceOf(ValueException.class).hasMessage(Vectors.text(row, "error"));
        } else if (row.containsKey("set")) {
            reading.run();
            assertThat(new TreeSet<>(read)).isEqualTo(new TreeSet<>((List<?>) row.get("set")));
        } else {
            reading.run();
            assertThat(read).contains(Vectors.bits(row, "reaches"));
        }
    }

    @ParameterizedTest
    @MethodSource("booleans")
    void recordedBooleansGiveWhatQemuGives(Map<String, Object> row) {
        StringInputVisitor v = over(Vectors.text(row, "text"));
        if (row.get("string").equals(true)) {
            assertThat(v.readBool("dump")).isEqualTo(BooleanText.parse(Vectors.text(row, "text")));
        } else {
            assertThatThrownBy(() -> v.readBool("dump")).hasMessage("Parameter 'dump' expects 'on' or 'off'");
        }
    }

    @Test
    void anIntegerIsRead() {
        assertThat(over("-42").readInt64("i")).isEqualTo(-42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an int!", "4 2"})
    void anIntegerMustFillTheText(String text) {
        assertThatThrownBy(() -> over(text).readInt64("i")).hasMessage("Parameter 'i' expects int64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "18446744073709551616"})
    void anUnsignedIntegerMustFit(String text) {
        assertThatThrownBy(() -> over(text).readUint64("u")).hasMessage("Parameter 'u' expects uint64");
    }

    @Test
    void narrowIntegersAreNamedByTheirWidth() {
        assertThatThrownBy(() -> over("300").readUint("u", 8)).hasMessage("Parameter 'u' expects uint8_t");
        assertThatThrownBy(() -> over("-129").readInt("i", 8)).hasMessage("Parameter 'i' expects int8_t");
        assertThat(over("-128").readInt("i", 8)).isEqualTo(-128);
    }

    @Test
    void listsMixNumbersAndRanges() {
        assertThat(signedList("-2-3,5,1,1,0x10-0x12"))
                .containsExactly(-2L, -1L, 0L, 1L, 2L, 3L, 5L, 1L, 1L, 16L, 17L, 18L);
        assertThat(signedList("-32768--32766")).containsExactly(-32768L, -32767L, -32766L);
    }

    @Test
    void rangesMayTouchTheExtremes() {
        assertThat(signedList("9223372036854775806-9223372036854775807"))
                .containsExactly(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(signedList("-9223372036854775808--9223372036854775807"))
                .containsExactly(Long.MIN_VALUE, Long.MIN_VALUE + 1);
        assertThat(list(over("18446744073709551614-18446744073709551615"), false))
                .containsExactly(-2L, -1L);
        assertThat(signedList("7-7")).containsExactly(7L);
    }

    @Test
    void oneRangeHas65536ElementsAtMost() {
        assertThat(signedList("0-65535"))
                .isEqualTo(LongStream.range(0, 65536).boxed().toList());
        assertThatThrownBy(() -> signedList("0-65536"))
                .hasMessage("Parameter 'null' expects list of int64 values or ranges");
        assertThatThrownBy(() -> signedList("-9223372036854775808-9223372036854775807"))
                .hasMessage("Parameter 'null' expects list of int64 values or ranges");
    }

    @Test
    void theEmptyTextIsTheEmptyList() {
        assertThat(signedList("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not an int list", "1,", "1 ,2", "1-2 ", "3-1", "9223372036854775808", "1-9223372036854775808"})
    void otherTextsAreNoIntegerLists(String text) {
        if (text.equals("1,")) {
            assertThat(signedList(text)).containsExactly(1L);
        } else {
            assertThatThrownBy(() -> signedList(text))
                    .hasMessage("Parameter 'null' expects list of int64 values or ranges");
        }
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3', 1", "1-3, 2", "'1-3,5', 3"})
    void elementsLeftUnreadAreRefused(String text, int count) {
        StringInputVisitor v = over(text);
        v.beginList("list");
        for (int i = 0; i < count && v.nextElement(); i++) {
            v.readInt64(null);
        }
        assertThatThrownBy(v::endList).isInstanceOf(ValueException.class).hasMessage("Fewer list elements expected");
    }

    @Test
    void readingPastTheEndIsRefused() {
        StringInputVisitor v = over("1");
        v.beginList("list");
        assertThat(v.nextElement()).isTrue();
        assertThat(v.readInt64(null)).isEqualTo(1);
        assertThat(v.nextElement()).isFalse();
        assertThatThrownBy(() -> v.readInt64(null)).hasMessage("Fewer list elements expected");
    }

    @Test
    void whatOneStringCannotHoldIsRefused() {
        assertThatThrownBy(() -> over("x").beginStruct("boot"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'boot' takes a struct, which cannot be given as plain text");
        StringInputVisitor v = over("x");
        v.beginList("rules");
        assertThatThrownBy(() -> v.readString(null))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'rules' takes a list of string values, which cannot be given as plain text");
        assertThatThrownBy(() -> v.beginStruct(null)).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> v.beginList(null)).isInstanceOf(ValueException.class);
    }

    @Test
    void numbersAreFinite() {
        assertThat(over("3.14").readNumber("n")).isEqualTo(3.14);
        for (String text : List.of("NaN", "inf", "", "x")) {
            assertThatThrownBy(() -> over(text).readNumber("n"))
                    .hasMessage("Invalid parameter type for 'n', expected: number");
        }
    }

    @Test
    void stringsAreTakenAsTheyAre() {
        assertThat(over(" a b ").readString("s")).isEqualTo(" a b ");
        assertThat(over("").readString("s")).isEmpty();
        assertThat(over("x").readAny("s")).isEqualTo("x");
    }

    @Test
    void nullIsTheEmptyText() {
        over("").readNull("n");
        assertThatThrownBy(() -> over("x").readNull("n")).hasMessage("Invalid parameter type for 'n', expected: null");
    }

    @Test
    void sizesWarnAboutDeprecatedForms() {
        var warnings = new Warnings();
        assertThat(new StringInputVisitor("0x1M", warnings).readSize("size")).isEqualTo(1 << 20);
        assertThat(warnings.received())
                .containsExactly(Warning.of("Using a multiplier suffix on hex numbers is deprecated: 0x1M"));
    }

    @Property
    void noTextMakesTheVisitorFailOtherwiseThanByRefusal(@ForAll String text) {
        List<Runnable> readings = List.of(
                () -> over(text).readBool("x"),
                () -> over(text).readInt64("x"),
                () -> over(text).readUint64("x"),
                () -> over(text).readSize("x"),
                () -> over(text).readNumber("x"),
                () -> over(text).readNull("x"),
                () -> signedList(text),
                () -> list(over(text), false));
        for (Runnable reading : readings) {
            try {
                reading.run();
            } catch (ValueException refusal) {
                assertThat(refusal).hasMessageContaining("expect");
            }
        }
    }
}
