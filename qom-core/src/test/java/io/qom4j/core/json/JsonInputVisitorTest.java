// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.text.Warnings;
import io.qom4j.core.vectors.Vectors;
import io.qom4j.core.visit.InputVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonInputVisitorTest {
    private static JsonInputVisitor qmp(String text) {
        return JsonInputVisitor.qmp(JsonReader.strict().read(text, "f"), ROOT, Negatives.WRAP_LIKE_QEMU);
    }

    private static JsonInputVisitor config(String text) {
        return JsonInputVisitor.config(JsonReader.strict().read(text, "f"), ROOT, WarningSink.IGNORE);
    }

    private static void refused(Runnable reading, String message) {
        assertThatThrownBy(reading::run).isInstanceOf(ValueException.class).hasMessage(message);
    }

    static Stream<Map<String, Object>> fixedWidth() {
        return Vectors.rows("parse-vectors", "fixedWidth").stream();
    }

    static Stream<Map<String, Object>> booleans() {
        return Vectors.rows("parse-vectors", "bool").stream();
    }

    @ParameterizedTest
    @MethodSource("fixedWidth")
    void recordedIntegersGiveWhatQemuGives(Map<String, Object> row) {
        InputVisitor v = qmp("{\"" + row.get("member") + "\": " + row.get("json") + "}");
        v.beginStruct(null);
        Runnable reading = () -> {
            long value = readLikeTheProperty(v, Vectors.text(row, "member"));
            if (row.containsKey("value")) {
                assertThat(value).isEqualTo(Vectors.bits(row, "value"));
            }
            v.checkStruct();
        };
        if (row.containsKey("error")) {
            refused(reading, Vectors.text(row, "error"));
        } else {
            reading.run();
        }
    }

    private static long readLikeTheProperty(InputVisitor v, String member) {
        return switch (member) {
            case "prealloc-threads" -> v.readUint(member, 32);
            case "poll-max-ns" -> v.readInt64(member);
            case "size" -> v.readSize(member);
            case "host-nodes" -> {
                v.beginList(member);
                while (v.nextElement()) {
                    v.readUint(null, 16);
                }
                v.endList();
                yield 0;
            }
            default -> throw new AssertionError(member);
        };
    }

    @ParameterizedTest
    @MethodSource("booleans")
    void stringsAreNoBooleans(Map<String, Object> row) {
        refused(
                () -> qmp("\"" + row.get("text") + "\"").readBool("dump"),
                "Invalid parameter type for 'dump', expected: boolean");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "true#number string null object array integer uint64",
                "1#boolean string null object array",
                "-1#boolean string null object array",
                "18446744073709551574#boolean string null object array integer",
                "1.0#boolean string null object array integer uint64",
                "1e3#boolean string null object array integer uint64",
                "99999999999999999999#boolean string null object array integer uint64",
                "\"1\"#boolean number null object array integer uint64",
                "null#boolean number string object array integer uint64",
                "{}#boolean number string null array integer uint64",
                "[]#boolean number string null object integer uint64"
            })
    void aValueIsReadAsItsOwnTypeAlone(String text, String refusals) {
        Map<String, Runnable> readings = Map.of(
                "boolean", () -> qmp(text).readBool("x"),
                "number", () -> qmp(text).readNumber("x"),
                "string", () -> qmp(text).readString("x"),
                "null", () -> qmp(text).readNull("x"),
                "object", () -> qmp(text).beginStruct("x"),
                "array", () -> qmp(text).beginList("x"),
                "integer", () -> qmp(text).readInt64("x"),
                "uint64", () -> qmp(text).readUint64("x"));
        List<String> refused = List.of(refusals.split(" "));
        readings.forEach((type, reading) -> {
            if (!refused.contains(type)) {
                reading.run();
            } else if (type.equals("uint64")) {
                refused(reading, "Parameter 'x' expects uint64");
            } else {
                refused(reading, "Invalid parameter type for 'x', expected: " + type);
            }
        });
    }

    @Test
    void integersAreAlsoNumbers() {
        assertThat(qmp("-42").readNumber("x")).isEqualTo(-42);
        assertThat(qmp("18446744073709551574").readNumber("x")).isEqualTo(0x1p64);
        assertThat(qmp("-18446744073709551616").readNumber("x")).isEqualTo(-0x1p64);
    }

    @Test
    void largeUnsignedIntegersKeepTheirBits() {
        assertThat(qmp("18446744073709551574").readUint64("x")).isEqualTo(-42);
    }

    @Test
    void negativeIntegersWrapOrAreRefused() {
        assertThat(qmp("-42").readUint64("x")).isEqualTo(-42);
        assertThat(qmp("-1").readSize("x")).isEqualTo(-1);
        JsonDocument doc = JsonReader.strict().read("-1", "f");
        refused(
                () -> JsonInputVisitor.qmp(doc, ROOT, Negatives.REFUSE).readUint64("x"),
                "Parameter 'x' expects uint64");
    }

    @Test
    void membersAreReadInAnyOrder() {
        InputVisitor v = qmp("{\"a\": 1, \"b\": 2, \"c\": 3}");
        v.beginStruct(null);
        assertThat(v.readInt64("c")).isEqualTo(3);
        assertThat(v.readInt64("a")).isEqualTo(1);
        assertThat(v.isPresent("b")).isTrue();
        assertThat(v.isPresent("d")).isFalse();
        assertThat(v.readInt64("b")).isEqualTo(2);
        assertThat(v.isPresent("b")).isTrue();
        v.checkStruct();
        v.endStruct();
    }

    @Test
    void moreThan64MembersAreKeptApart() {
        var text = new StringBuilder("{\"n0\": 0");
        for (int i = 1; i < 200; i++) {
            text.append(", \"n").append(i).append("\": ").append(i);
        }
        InputVisitor v = qmp(text.append('}').toString());
        v.beginStruct(null);
        for (int i = 199; i >= 0; i--) {
            if (i != 130) {
                assertThat(v.readInt64("n" + i)).isEqualTo(i);
            }
        }
        refused(v::checkStruct, "Parameter 'n130' is unexpected");
        assertThat(v.readInt64("n130")).isEqualTo(130);
        v.checkStruct();
    }

    @Test
    void aMissingMemberIsNamedByItsPath() {
        InputVisitor v = qmp("{\"smp\": {\"sockets\": 1}, \"rules\": [{\"p\": 1}]}");
        v.beginStruct(null);
        refused(() -> v.readInt64("cpus"), "Parameter 'cpus' is missing");
        v.beginStruct("smp");
        refused(() -> v.readInt64("cpus"), "Parameter 'smp.cpus' is missing");
        v.readInt64("sockets");
        v.checkStruct();
        v.endStruct();
        v.beginList("rules");
        assertThat(v.nextElement()).isTrue();
        v.beginStruct(null);
        refused(() -> v.readInt64("q"), "Parameter 'rules[0].q' is missing");
        refused(() -> v.readString("p"), "Invalid parameter type for 'rules[0].p', expected: string");
    }

    @Test
    void leftoverMembersAreRefusedAtEachDepth() {
        InputVisitor v = qmp("{\"a\": {\"x\": 1, \"y\": 2}, \"l\": [{\"z\": 3}], \"foo\": 4}");
        v.beginStruct("root");
        v.beginStruct("a");
        v.readInt64("x");
        refused(v::checkStruct, "Parameter 'root.a.y' is unexpected");
        v.endStruct();
        v.beginList("l");
        v.nextElement();
        v.beginStruct(null);
        refused(v::checkStruct, "Parameter 'root.l[0].z' is unexpected");
        v.endStruct();
        v.endList();
        refused(v::checkStruct, "Parameter 'root.foo' is unexpected");
    }

    @Test
    void aRootWithoutANameIsAnonymous() {
        refused(() -> qmp("1").readBool(null), "Invalid parameter type for '<anonymous>', expected: boolean");
        InputVisitor v = qmp("[1]");
        v.beginList(null);
        v.nextElement();
        refused(() -> v.readBool(null), "Invalid parameter type for '[0]', expected: boolean");
    }

    @Test
    void elementsAreReadInOrder() {
        InputVisitor v = qmp("[1, [2, 3], []]");
        v.beginList("l");
        assertThat(v.nextElement()).isTrue();
        assertThat(v.readInt64(null)).isEqualTo(1);
        assertThat(v.nextElement()).isTrue();
        v.beginList(null);
        List<Long> inner = new ArrayList<>();
        while (v.nextElement()) {
            inner.add(v.readInt64(null));
        }
        v.endList();
        assertThat(inner).containsExactly(2L, 3L);
        assertThat(v.nextElement()).isTrue();
        v.beginList(null);
        assertThat(v.nextElement()).isFalse();
        v.endList();
        assertThat(v.nextElement()).isFalse();
        assertThat(v.nextElement()).isFalse();
        v.endList();
    }

    @Test
    void elementsLeftUnreadAreRefused() {
        InputVisitor v = qmp("{\"a\": [1, 2, 3]}");
        v.beginStruct("x");
        v.beginList("a");
        v.nextElement();
        v.readInt64(null);
        refused(v::endList, "Only 1 list elements expected in x.a");
        v.checkStruct();
    }

    @Test
    void readingPastTheEndOfAListIsRefused() {
        InputVisitor v = qmp("[1]");
        v.beginList("l");
        v.nextElement();
        v.readInt64(null);
        assertThat(v.nextElement()).isFalse();
        refused(() -> v.readInt64(null), "Parameter 'l[1]' is missing");
    }

    @Test
    void aRefusedScalarLeavesTheContainersOpen() {
        InputVisitor v = qmp("{\"a\": \"x\", \"b\": 1}");
        v.beginStruct(null);
        refused(() -> v.readInt64("a"), "Invalid parameter type for 'a', expected: integer");
        refused(() -> v.beginStruct("b"), "Invalid parameter type for 'b', expected: object");
        v.checkStruct();
        v.endStruct();
    }

    @Test
    void anythingIsReadAsJavaValues() {
        InputVisitor v = qmp("{\"a\": [1, \"x\", {\"b\": null}], \"c\": 1.5}");
        v.beginStruct(null);
        assertThat(v.readAny("a").toString()).isEqualTo("[1, x, {b=null}]");
        assertThat(v.readAny("c")).isEqualTo(1.5);
        v.checkStruct();
    }

    @Test
    void nullIsNull() {
        InputVisitor v = qmp("{\"a\": null}");
        v.beginStruct(null);
        v.readNull("a");
        v.checkStruct();
    }

    @Test
    void sizesInQmpAreIntegers() {
        refused(() -> qmp("\"4k\"").readSize("size"), "Parameter 'size' expects uint64");
    }

    @Test
    void sizesInConfigurationMayBeText() {
        assertThat(config("\"1.5G\"").readSize("size")).isEqualTo(3L << 29);
        assertThat(config("4096").readSize("size")).isEqualTo(4096);
        refused(() -> config("\"4x\"").readSize("size"), "Parameter 'size' expects a non-negative number below 2^64");
        refused(() -> config("\"16E\"").readSize("size"), "Value '16E' is out of range for parameter 'size'");
        refused(() -> config("-1").readSize("size"), "Parameter 'size' expects uint64");
        refused(() -> config("true").readSize("size"), "Parameter 'size' expects uint64");
        refused(() -> config("\"4k\"").readUint64("n"), "Parameter 'n' expects uint64");
    }

    @Test
    void deprecatedSizesInConfigurationAreReported() {
        var warnings = new Warnings();
        JsonDocument doc = JsonReader.strict().read("{\"size\": \"0x1k\"}", "f");
        JsonInputVisitor v = JsonInputVisitor.config(doc, doc.member(ROOT, "size"), warnings);
        assertThat(v.readSize("size")).isEqualTo(1024);
        assertThat(warnings.received()).hasSize(1);
    }

    @Test
    void wrongUseIsToldApartFromWrongValues() {
        InputVisitor v = qmp("{\"a\": [1]}");
        assertThatThrownBy(v::endStruct).isInstanceOf(IllegalStateException.class);
        v.beginStruct(null);
        assertThatThrownBy(v::nextElement).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> v.readInt64(null)).isInstanceOf(IllegalArgumentException.class);
        v.beginList("a");
        assertThatThrownBy(() -> v.readInt64(null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(v::checkStruct).isInstanceOf(IllegalStateException.class);
    }
}
