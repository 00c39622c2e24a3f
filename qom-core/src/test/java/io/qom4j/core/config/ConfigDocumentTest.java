// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigDocumentTest {
    private static ConfigDocument read(String json) {
        return ConfigDocument.of(JsonReader.lenient().read(json, "vm.json"), "vm.json");
    }

    @Test
    void builderMakesWhatTheTextSays() {
        ConfigDocument built = ConfigDocument.builder()
                .schema("qom.schema.json")
                .include("base.json")
                .defaultValue("drive", "size", "1M")
                .globalDefault("part", "spare", true)
                .object("bus", "b0", b0 -> b0.set("boot", "d0").child("drive", "d0", d0 -> d0.set("level", 3)))
                .object("bus", "b1")
                .build();
        ConfigDocument read = read("""
                {'$schema': 'qom.schema.json', 'include': 'base.json',
                 'defaults': {'drive': {'size': '1M'}}, 'globals': {'part': {'spare': true}},
                 'objects': [{'qom-type': 'bus', 'id': 'b0', 'boot': 'd0',
                              'children': [{'qom-type': 'drive', 'id': 'd0', 'level': 3}]},
                             {'qom-type': 'bus', 'id': 'b1'}]}
                """);
        assertThat(built.toJson()).hasToString(read.toJson().toString());
    }

    @Test
    void textHasOneObjectToALineWhereItFits() {
        ConfigDocument document = ConfigDocument.builder()
                .object("bus", "b0", b0 -> b0.set("label", "x"))
                .object("drive", "d0", d0 -> d0.set("size", 4096).set("label", "l".repeat(80)))
                .build();
        assertThat(document).hasToString("""
                {
                  "objects": [
                    {"qom-type": "bus", "id": "b0", "label": "x"},
                    {
                      "qom-type": "drive",
                      "id": "d0",
                      "size": 4096,
                      "label": "%s"
                    }
                  ]
                }
                """.formatted("l".repeat(80)));
    }

    @Test
    void documentOfJavaValuesIsLoaded() {
        try (Qom qom = Workshop.open()) {
            ConfigDocument document = ConfigDocument.builder()
                    .object("drive", "d0", d0 -> d0.set("size", "4k").set("queues", List.of(1, 2)))
                    .build();
            ConfigLoader.of(qom).document(document, "built in Java").load();
            assertThat(qom.resolve("/objects/d0").getLong("size")).isEqualTo(4096);
            assertThat(qom.resolve("/objects/d0").origin("size").describe()).isEqualTo("built in Java");
        }
    }

    @Test
    void mistakeInADocumentOfJavaValuesIsNamedByItsPointer() {
        try (Qom qom = Workshop.open()) {
            ConfigDocument document = ConfigDocument.builder()
                    .object("drive", "d0", d0 -> d0.set("size", -1))
                    .build();
            assertThat(ConfigLoader.of(qom).document(document, "built in Java").check())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.pointer()).isEqualTo("/objects/0/size");
                        assertThat(problem.headline()).startsWith("built in Java: error QOM-0202");
                    });
        }
    }

    @Test
    void everythingThatIsNotOfTheFormIsRefused() {
        assertThatThrownBy(() -> read("{'objects': [{'id': 'x'}, 3], 'other': 1, 'include': 4, 'defaults': {'a': 1}}"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(Documents.codes(e.diagnostics()))
                                .containsExactly(
                                        "1:14 QOM-0103",
                                        "1:27 QOM-0101",
                                        "1:31 QOM-0102",
                                        "1:54 QOM-0101",
                                        "1:75 QOM-0101"));
        assertThatThrownBy(() -> ConfigDocument.of(JsonDocument.of(7), "seven"))
                .hasMessageContaining("expected an object, found a number");
    }
}
