// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.Warning;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.text.Warnings;
import io.qom4j.core.vectors.Vectors;
import io.qom4j.core.visit.InputVisitor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyvalInputVisitorTest {
    private static InputVisitor over(String text) {
        return over(text, WarningSink.IGNORE);
    }

    private static InputVisitor over(String text, WarningSink warnings) {
        var v = new KeyvalInputVisitor(Keyval.parseWithoutHelp(text, null), warnings);
        v.beginStruct(null);
        return v;
    }

    private static void refused(Runnable reading, String message) {
        assertThatThrownBy(reading::run).isInstanceOf(ValueException.class).hasMessage(message);
    }

    static Stream<Map<String, Object>> booleans() {
        return Vectors.rows("parse-vectors", "bool").stream();
    }

    @ParameterizedTest
    @MethodSource("booleans")
    void recordedBooleansGiveWhatQemuGives(Map<String, Object> row) {
        String text = Vectors.text(row, "text");
        if (row.get("keyval").equals(true)) {
            assertThat(over("dump=" + text).readBool("dump")).isEqualTo(BooleanText.parse(text));
        } else {
            refused(() -> over("dump=" + text).readBool("dump"), "Parameter 'dump' expects 'on' or 'off'");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "18446744073709551615, 18446744073709551615", "-1, 18446744073709551615", "0x2a, 42", "052, 42"
    })
    void unsignedIntegersAreReadByTheRulesOfC(String text, String value) {
        assertThat(over("n=" + text).readUint64("n")).isEqualTo(new BigInteger(value).longValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "-18446744073709551616", "3.14", "08", "", "x"})
    void otherTextsAreNoUnsignedIntegers(String text) {
        refused(() -> over("n=" + text).readUint64("n"), "Parameter 'n' expects integer");
    }

    @Test
    void signedIntegersMustFit() {
        assertThat(over("n=-9223372036854775808").readInt64("n")).isEqualTo(Long.MIN_VALUE);
        refused(() -> over("n=9223372036854775808").readInt64("n"), "Parameter 'n' expects integer");
        refused(() -> over("n=-1").readUint("n", 32), "Parameter 'n' expects uint32_t");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9007199254740991, 9007199254740991",
        "9007199254740992, 9007199254740992",
        "9007199254740993, 9007199254740993",
        "9223372036854774784, 9223372036854774784",
        "9223372036854775295, 9223372036854775295",
        "18446744073709549568, 18446744073709549568",
        "18446744073709551615, 18446744073709551615",
        "8b, 8",
        "1.5k, 1536",
        "2M, 2097152",
        "0.1G, 107374182",
        "16777215T, 18446742974197923840"
    })
    void sizesKeepAll64Bits(String text, String value) {
        assertThat(over("sz=" + text).readSize("sz")).isEqualTo(new BigInteger(value).longValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "18446744073709551616", "16777216T", "0Z", "16Gi", "", "inf"})
    void otherTextsAreNoSizes(String text) {
        refused(() -> over("sz=" + text).readSize("sz"), "Parameter 'sz' expects size");
    }

    @Test
    void deprecatedSizesAreReported() {
        var warnings = new Warnings();
        assertThat(over("sz=0x1k", warnings).readSize("sz")).isEqualTo(1024);
        assertThat(warnings.received())
                .containsExactly(Warning.of("Using a multiplier suffix on hex numbers is deprecated: 0x1k"));
    }

    @Test
    void numbersAreFiniteDecimals() {
        assertThat(over("n=0.5").readNumber("n")).isEqualTo(0.5);
        refused(() -> over("n=inf").readNumber("n"), "Invalid parameter type for 'n', expected: number");
    }

    @Test
    void structsAreNested() {
        InputVisitor v = over("a.b.c=1,a.b.d=x,a.e=on,f=");
        v.beginStruct("a");
        v.beginStruct("b");
        assertThat(v.readInt64("c")).isEqualTo(1);
        assertThat(v.readString("d")).isEqualTo("x");
        v.checkStruct();
        v.endStruct();
        assertThat(v.readBool("e")).isTrue();
        v.checkStruct();
        v.endStruct();
        assertThat(v.readString("f")).isEmpty();
        v.checkStruct();
        v.endStruct();
    }

    @Test
    void missingAndLeftoverMembersAreTold() {
        InputVisitor v = over("a.b=1,c=2");
        refused(() -> v.readInt64("x"), "Parameter 'x' is missing");
        v.beginStruct("a");
        refused(() -> v.readInt64("x"), "Parameter 'a.x' is missing");
        refused(v::checkStruct, "Parameter 'a.b' is unexpected");
        v.endStruct();
        refused(v::checkStruct, "Parameter 'c' is unexpected");
    }

    @Test
    void optionalMembersAreProbed() {
        InputVisitor v = over("a=1");
        assertThat(v.isPresent("a")).isTrue();
        assertThat(v.isPresent("b")).isFalse();
    }

    @Test
    void listsAreRead() {
        InputVisitor v = over("a.0=1,a.1=0x10,a.2=-3");
        v.beginList("a");
        List<Long> read = new ArrayList<>();
        while (v.nextElement()) {
            read.add(v.readInt64(null));
        }
        v.endList();
        v.checkStruct();
        assertThat(read).containsExactly(1L, 16L, -3L);
    }

    @Test
    void elementsAreNamedByDots() {
        InputVisitor v = over("host-nodes.0=x,host-nodes.1.a=1");
        v.beginList("host-nodes");
        v.nextElement();
        refused(() -> v.readUint64(null), "Parameter 'host-nodes.0' expects integer");
        v.nextElement();
        refused(() -> v.readUint64(null), "Parameters 'host-nodes.1.*' are unexpected");
    }

    @Test
    void leftoverElementsAreTold() {
        InputVisitor v = over("a.0=1,a.1=2");
        v.beginList("a");
        v.nextElement();
        v.readInt64(null);
        refused(v::endList, "Only 1 list elements expected in a");
    }

    @Test
    void scalarsAndTreesAreToldApart() {
        refused(() -> over("size.0=4k").readSize("size"), "Parameters 'size.*' are unexpected");
        refused(() -> over("policy.a=x").readString("policy"), "Parameters 'policy.*' are unexpected");
        refused(() -> over("l=0").beginList("l"), "Invalid parameter type for 'l', expected: array");
        refused(() -> over("l.a=0").beginList("l"), "Invalid parameter type for 'l', expected: array");
        refused(() -> over("s=0").beginStruct("s"), "Invalid parameter type for 's', expected: object");
        refused(() -> over("n=").readNull("n"), "Invalid parameter type for 'n', expected: null");
    }

    @Test
    void anythingStaysStrings() {
        InputVisitor v = over("a.b=1,a.c.0=on");
        assertThat(v.readAny("a")).isEqualTo(Map.of("b", "1", "c", List.of("on")));
    }
}
