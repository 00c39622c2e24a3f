// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.compare.Diff;
import io.qom4j.core.config.compare.Export;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LoadProperties {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"qom-type\"",
            "\"id\"",
            "\"drive\"",
            "\"bus\"",
            "\"size\"",
            "\"4k\"",
            "1",
            "-1",
            "1e99",
            "\"objects\"",
            "\"include\"",
            "\"children\"",
            "\"defaults\"",
            "\"globals\"",
            "\"d0\"",
            "null",
            "true",
            "\"mirror\"",
            "\"$env\"",
            "// x\n",
            "\"queues\"",
            "\"built\"",
            "{\"qom-type\": \"drive\", \"id\": \"",
            "\", \"size\": 1, ",
            "\"children\": [",
            "\"label\": \"é\u0001\"");

    @Provide
    Arbitrary<ConfigDocument> documents() {
        return RandomDocuments.documents();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join(" ", pieces)),
                RandomDocuments.documents()
                        .flatMap(document -> Arbitraries.integers()
                                .between(0, document.toString().length())
                                .flatMap(at -> Arbitraries.of(PIECES)
                                        .map(piece -> document.toString().substring(0, at)
                                                + piece
                                                + document.toString().substring(at)))));
    }

    private static void load(Qom qom, ConfigDocument document) {
        ConfigLoader.of(qom).text(document.toString(), "random.json").load();
    }

    @Property(tries = 300)
    void exportOfWhatWasLoadedMakesTheSame(@ForAll("documents") ConfigDocument document) {
        try (Qom first = Workshop.open();
                Qom second = Workshop.open()) {
            load(first, document);
            ConfigDocument exported = Export.of(first).document();
            load(second, exported);
            assertThat(Diff.between(first, second)).isEmpty();
            assertThat(Diff.between(exported, Export.of(second).document())).isEmpty();
        }
    }

    @Property(tries = 200)
    void effectiveDocumentIsWhatIsExportedOnceItIsLoaded(@ForAll("documents") ConfigDocument document) {
        try (Qom qom = Workshop.open()) {
            ConfigDocument effective = ConfigLoader.of(qom)
                    .text(document.toString(), "random.json")
                    .effective();
            load(qom, document);
            assertThat(Diff.between(effective, Export.of(qom).document())).isEmpty();
        }
    }

    @Property(tries = 200)
    void orderOfObjectsDoesNotMatter(@ForAll("documents") ConfigDocument document, @ForAll Random random) {
        List<ConfigObject> shuffled = new ArrayList<>(document.objects());
        Collections.shuffle(shuffled, random);
        try (Qom first = Workshop.open();
                Qom second = Workshop.open()) {
            load(first, document);
            load(second, ConfigDocument.of(shuffled));
            assertThat(Diff.between(first, second)).isEmpty();
        }
    }

    @Property(tries = 200)
    void documentReadBackFromItsTextIsTheSame(@ForAll("documents") ConfigDocument document) {
        JsonDocument json = JsonReader.strict().read(document.toString(), "random.json");
        assertThat(Diff.between(document, ConfigDocument.of(json, "random.json")))
                .isEmpty();
    }

    @Property(tries = 2000)
    void anyTextEitherLoadsOrIsRefusedAndLeavesNothing(@ForAll("texts") String text) {
        try (Qom qom = Workshop.open()) {
            boolean refused = false;
            try {
                ConfigLoader.of(qom).text(text, "fuzz.json").load();
            } catch (ConfigException e) {
                refused = true;
                assertThat(e.diagnostics()).isNotEmpty();
            }
            if (refused) {
                assertThat(qom.root().children()).isEmpty();
            }
        }
    }
}
