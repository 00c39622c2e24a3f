// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.compare.Export;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportTest {
    private final Qom qom = Workshop.open();

    @AfterEach
    void close() {
        qom.close();
    }

    @Test
    void exportHoldsWhatWasGivenAndIsNotTheDefault() {
        Documents.load(qom, """
                [{'qom-type': 'drive', 'id': 'd0', 'size': '4k', 'level': 5, 'spare': true, 'bus': '/objects/b0'},
                 {'qom-type': 'bus', 'id': 'b0'}]
                """);
        assertThat(Export.of(qom).document()).hasToString("""
                {
                  "objects": [
                    {"qom-type": "bus", "id": "b0"},
                    {"qom-type": "drive", "id": "d0", "spare": true, "size": 4096, "bus": "b0"}
                  ]
                }
                """);
    }

    @Test
    void exportOfEverythingHoldsEachPropertyThatCanBeSet() {
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'b0'}");
        assertThat(Export.of(qom).everything().document().objects().getFirst().properties())
                .containsOnlyKeys("label", "spare");
    }

    @Test
    void valueOfAGlobalDefaultIsExported() {
        Documents.load(qom, "{'globals': {'bus': {'label': 'g'}}, 'objects': [{'qom-type': 'bus', 'id': 'b0'}]}");
        assertThat(Export.of(qom).document().objects().getFirst().properties()).containsEntry("label", "g");
    }

    @Test
    void linkIsWrittenAsAPathWhereAnIdWouldLeadElsewhere() {
        Documents.load(qom, """
                [{'qom-type': 'drive', 'id': 'd', 'size': 1},
                 {'qom-type': 'bus', 'id': 'b', 'boot': '/objects/d',
                  'children': [{'qom-type': 'drive', 'id': 'd', 'size': 1}]}]
                """);
        assertThat(Export.of(qom).document().objects().get(1).properties()).containsEntry("boot", "/objects/d");
    }

    @Test
    void effectiveDocumentHasGlobalsDefaultsAndOverridesApplied() {
        ConfigDocument effective = ConfigLoader.of(qom)
                .text("{'qom-type': 'drive', 'id': 'd0', 'size': '4k', 'label': 'base'}", "base.json")
                .text("""
                        {'globals': {'part': {'label': 'g', 'spare': true}}, 'defaults': {'drive': {'level': 7}},
                         'objects': [{'qom-type': 'drive', 'id': 'd0', 'size': '8k'}]}
                        """, "site.json")
                .effective();
        assertThat(effective.objects().getFirst().properties())
                .isEqualTo(Map.of("label", "base", "spare", true, "size", 8192L, "level", 7L));
        assertThat(qom.root().children()).isEmpty();
    }
}
