// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonReaderProperties {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\"",
            "'c'",
            "1",
            "-2.5",
            "0",
            "1e3",
            "-",
            ".",
            "true",
            "null",
            " ",
            "\n",
            "x",
            "\"\\u0041\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\\",
            "\"",
            "//",
            "/*",
            "*/",
            "\u00e9",
            "00",
            "\u0001");

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings()
                        .filter(text -> Surrogates.firstLone(text) < 0)
                        .map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.doubles().map(number -> number),
                Arbitraries.of(true, false).map(word -> word));
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner,
                        inner.list().ofMaxSize(4).map(list -> list),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                                .ofMaxSize(4)
                                .map(map -> map)),
                0,
                4);
    }

    /** Texts that are right but for one place, or nearly so. */
    @Provide
    Arbitrary<String> slips() {
        return Combinators.combine(
                        values(),
                        Arbitraries.of(PIECES),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 2))
                .as((value, piece, place, removed) -> {
                    String text = JsonDocument.of(value).toString();
                    int at = (int) (place * text.length());
                    return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + removed));
                });
    }

    @Property
    void writtenValuesAreReadBack(@ForAll("values") Object value) {
        String text = JsonDocument.of(value).toString();
        assertThat(JsonReader.strict().read(text, "f").toJava(ROOT)).isEqualTo(value);
        assertThat(JsonReader.lenient().read(text, "f").toJava(ROOT)).isEqualTo(value);
    }

    @Property
    void everyNodeIsFoundByItsPointerAndHasAPlace(@ForAll("values") Object value) {
        String text = "{\"k\":\n" + JsonDocument.of(value) + "}";
        JsonDocument doc = JsonReader.strict().read(text, "f");
        for (int node = 0; node < doc.nodeCount(); node++) {
            assertThat(doc.find(doc.pointer(node))).isEqualTo(node);
            assertThat(doc.position(node).isKnown()).isTrue();
        }
    }

    /** The reader asks the scanner only after Jackson refused, so the two must agree on what is to be refused. */
    @Property(tries = 5000)
    void theScannerFindsAFaultWhereverTheReaderDoes(@ForAll("scribbles") String text, @ForAll boolean lenient) {
        agree(text, lenient);
    }

    @Property(tries = 5000)
    void theScannerFindsTheSlipWhereverTheReaderDoes(@ForAll("slips") String text, @ForAll boolean lenient) {
        Assume.that(Surrogates.firstLone(text) < 0);
        agree(text, lenient);
    }

    private static void agree(String text, boolean lenient) {
        var source = new JsonSource(text.getBytes(StandardCharsets.UTF_8), "f", lenient);
        JsonFault fault = JsonScanner.scan(source, JsonLimits.DEFAULT, JsonScanner.Listener.NONE);
        JsonReader reader = (lenient ? JsonReader.lenient() : JsonReader.strict()).keepingDuplicates();
        String problem = null;
        try {
            reader.read(text, "f");
        } catch (JsonException e) {
            problem = e.problem();
        }
        assertThat(problem).isEqualTo(fault == null ? null : fault.problem());
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(JsonReader.strict().read(bytes, "f").nodeCount()).isPositive();
        } catch (JsonException e) {
            assertThat(e.position().isKnown()).isTrue();
        }
    }

    @Property
    void mapsOfNamesAreReadInOrder(@ForAll Map<String, Integer> map) {
        Assume.that(map.keySet().stream().allMatch(name -> Surrogates.firstLone(name) < 0));
        JsonDocument doc = JsonReader.strict().read(JsonDocument.of(map).toString(), "f");
        map.forEach(
                (name, number) -> assertThat(doc.int64(doc.member(ROOT, name))).isEqualTo(number.longValue()));
    }
}
