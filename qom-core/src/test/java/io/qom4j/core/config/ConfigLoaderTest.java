// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private final Qom qom = Workshop.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        qom.close();
    }

    private Path file(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json);
    }

    @Test
    void fileIsLoadedInThreeLines() throws IOException {
        Path vm = file("vm.json", "{'objects': [{'qom-type': 'drive', 'id': 'd0', 'size': '4k'}]}");
        List<QomObject> made = qom.load(vm);
        assertThat(made).containsExactly(qom.resolve("/objects/d0"));
    }

    @Test
    void documentMayBeAnArrayOrOneObject() {
        Documents.load(qom, "[{'qom-type': 'bus', 'id': 'b0'}, {'qom-type': 'bus', 'id': 'b1'}]");
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'b2'}");
        assertThat(qom.objects().all()).extracting(QomObject::name).containsExactly("b0", "b1", "b2");
    }

    @Test
    void everyKindOfPropertyIsSet() {
        QomObject drive = Documents.load(qom, """
                        {'qom-type': 'drive', 'id': 'd0', 'read-only': false, 'size': '1.5G', 'sectors': 7,
                         'offset': -8, 'level': 9, 'speed': 2.5, 'file': 'x', 'cache': 'write-back',
                         'queues': [1, 2], 'timeout': '2.5ms', 'clock': '1MHz', 'label': 'one',
                         'built': {'tm_year': 101, 'tm_mon': 0, 'tm_mday': 2, 'tm_hour': 3, 'tm_min': 4, 'tm_sec': 5}}
                        """).getFirst();
        assertThat(drive.getBool("read-only")).isFalse();
        assertThat(drive.getLong("size")).isEqualTo(3L << 29);
        assertThat(drive.getLong("sectors")).isEqualTo(7);
        assertThat(drive.getLong("offset")).isEqualTo(-8);
        assertThat(drive.getLong("level")).isEqualTo(9);
        assertThat(drive.getDouble("speed")).isEqualTo(2.5);
        assertThat(drive.getString("cache")).isEqualTo("write-back");
        assertThat(drive.print("queues", false)).isEqualTo("1-2");
        assertThat(drive.getLong("timeout")).isEqualTo(2_500_000);
        assertThat(drive.getLong("clock")).isEqualTo(1_000_000);
        assertThat(drive.isComplete()).isTrue();
    }

    @Test
    void linkMayPointForwardByIdOrPath() {
        Documents.load(qom, """
                [{'qom-type': 'drive', 'id': 'd0', 'size': 1, 'bus': 'b0', 'mirror': '/objects/d1'},
                 {'qom-type': 'drive', 'id': 'd1', 'size': 1},
                 {'qom-type': 'bus', 'id': 'b0'}]
                """);
        assertThat(qom.resolve("/objects/d0").getLink("bus")).isSameAs(qom.resolve("/objects/b0"));
        assertThat(qom.resolve("/objects/d0").getLink("mirror")).isSameAs(qom.resolve("/objects/d1"));
        assertThat(qom.objects().all()).extracting(QomObject::name).containsExactly("b0", "d1", "d0");
    }

    @Test
    void linkMayLeadToAnObjectOfTheRuntime() {
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'b0'}");
        Documents.load(qom, "{'qom-type': 'drive', 'id': 'd0', 'size': 1, 'bus': 'b0'}");
        assertThat(qom.resolve("/objects/d0").getLink("bus")).isSameAs(qom.resolve("/objects/b0"));
    }

    @Test
    void emptyLinkIsNoLink() {
        Documents.load(qom, "{'qom-type': 'drive', 'id': 'd0', 'size': 1, 'bus': ''}");
        assertThat(qom.resolve("/objects/d0").getLink("bus")).isNull();
    }

    @Test
    void childrenAreMadeBelowTheirOwner() {
        Documents.load(qom, """
                {'qom-type': 'bus', 'id': 'b0', 'boot': 'd1', 'children': [
                    {'qom-type': 'drive', 'id': 'd0', 'size': 1, 'mirror': 'd1'},
                    {'qom-type': 'drive', 'id': 'd1', 'size': 2},
                    {'qom-type': 'bus', 'id': 'b1', 'any': 'b0'}]}
                """);
        QomObject bus = qom.resolve("/objects/b0");
        assertThat(bus.children()).extracting(QomObject::name).containsExactly("d1", "d0", "b1");
        assertThat(bus.getLink("boot")).isSameAs(qom.resolve("/objects/b0/d1"));
        assertThat(qom.resolve("/objects/b0/b1").getLink("any")).isSameAs(bus);
        assertThat(bus.isComplete()).isTrue();
    }

    @Test
    void childShadowsAnOuterObjectOfItsName() {
        Documents.load(qom, """
                [{'qom-type': 'drive', 'id': 'd', 'size': 1},
                 {'qom-type': 'bus', 'id': 'b0', 'boot': 'd', 'children': [{'qom-type': 'drive', 'id': 'd', 'size': 2}]},
                 {'qom-type': 'bus', 'id': 'b1', 'boot': 'd'}]
                """);
        assertThat(qom.resolve("/objects/b0").getLink("boot")).isSameAs(qom.resolve("/objects/b0/d"));
        assertThat(qom.resolve("/objects/b1").getLink("boot")).isSameAs(qom.resolve("/objects/d"));
    }

    @Test
    void linkAcrossFamiliesWaitsForTheChildAlone() {
        Documents.load(qom, """
                [{'qom-type': 'bus', 'id': 'a', 'children': [
                    {'qom-type': 'drive', 'id': 'a1', 'size': 1, 'bus': 'b'},
                    {'qom-type': 'drive', 'id': 'a2', 'size': 1}]},
                 {'qom-type': 'bus', 'id': 'b', 'boot': 'a/a2'}]
                """);
        assertThat(qom.resolve("/objects/b").getLink("boot")).isSameAs(qom.resolve("/objects/a/a2"));
        assertThat(qom.resolve("/objects/a/a1").getLink("bus")).isSameAs(qom.resolve("/objects/b"));
    }

    @Test
    void laterFileOverridesAnEarlierOneAndBothAreRemembered() throws IOException {
        Path base = file("base.json", "[{'qom-type': 'drive', 'id': 'd0', 'size': 1, 'level': 2, 'label': 'base'}]");
        Path site = file("site.json", "[{'qom-type': 'drive', 'id': 'd0', 'size': 2,\n 'level': 3}]");
        QomObject drive = qom.load(base, site).getFirst();
        assertThat(drive.getLong("size")).isEqualTo(2);
        assertThat(drive.getString("label")).isEqualTo("base");
        DocumentOrigin origin = (DocumentOrigin) drive.origin("level");
        assertThat(origin.position("level")).isEqualTo(new SourcePosition(site.toString(), 2, 11));
        assertThat(origin.history("level"))
                .containsExactly(
                        new SourcePosition(site.toString(), 2, 11), new SourcePosition(base.toString(), 1, 56));
        assertThat(drive.origin("label").position("label")).isEqualTo(new SourcePosition(base.toString(), 1, 68));
    }

    @Test
    void includeIsRelativeToTheFileAndComesBeforeIt() throws IOException {
        Files.createDirectory(folder.resolve("parts"));
        file("parts/bus.json", "{'qom-type': 'bus', 'id': 'b0', 'label': 'included'}");
        file("parts/all.json", "{'include': ['bus.json']}");
        Path vm = file(
                "vm.json",
                "{'include': 'parts/all.json', 'objects': [{'qom-type': 'bus', 'id': 'b0', 'spare': true}]}");
        QomObject bus = qom.load(vm).getFirst();
        assertThat(bus.getString("label")).isEqualTo("included");
        assertThat(bus.getBool("spare")).isTrue();
    }

    @Test
    void fileIncludedOnTwoWaysIsReadOnce() throws IOException {
        file("common.json", "{'qom-type': 'bus', 'id': 'b0'}");
        file("left.json", "{'include': 'common.json'}");
        file("right.json", "{'include': './common.json'}");
        qom.load(file("vm.json", "{'include': ['left.json', 'right.json']}"));
        assertThat(qom.objects().all()).hasSize(1);
    }

    @Test
    void defaultsAreForTheObjectsOfTheDocumentAndTheNearestTypeWins() {
        List<QomObject> made = Documents.load(qom, """
                {'defaults': {'drive': {'size': '1M', 'label': 'd'}, 'part': {'label': 'p', 'spare': true}},
                 'objects': [{'qom-type': 'drive', 'id': 'd0'},
                             {'qom-type': 'drive', 'id': 'd1', 'label': 'own'},
                             {'qom-type': 'bus', 'id': 'b0'}]}
                """);
        assertThat(made).extracting(each -> each.getString("label")).containsExactly("d", "own", "p");
        assertThat(made).allMatch(each -> each.getBool("spare"));
        assertThat(made.get(0).origin("label").describe()).isEqualTo("vm.json:1:24 (defaults of drive)");
        assertThat(qom.newObject("bus").getString("label")).isEmpty();
    }

    @Test
    void globalsAreForEveryNewObjectOfTheRuntime() {
        Documents.load(qom, "{'globals': {'part': {'label': 'g'}}, 'objects': []}");
        assertThat(qom.newObject("bus").getString("label")).isEqualTo("g");
    }

    @Test
    void environmentIsUsedIfAskedFor() {
        Map<String, String> variables = Map.of("SIZE", "2k", "RO", "off", "LEVEL", "3");
        QomObject drive = ConfigLoader.of(qom)
                .text("""
                        {'qom-type': 'drive', 'id': 'd0', 'size': {'$env': 'SIZE'}, 'read-only': {'$env': 'RO'},
                         'level': {'$env': 'LEVEL'}}
                        """, "vm.json")
                .environment(variables::get)
                .load()
                .objects()
                .getFirst();
        assertThat(drive.getLong("size")).isEqualTo(2048);
        assertThat(drive.getBool("read-only")).isFalse();
        assertThat(drive.getLong("level")).isEqualTo(3);
    }

    @Test
    void orderOfMembersDoesNotMatter() {
        Documents.load(qom, "{'late': 'x', 'break': 'nowhere', 'id': 'x', 'qom-type': 'brittle'}");
        assertThat(qom.resolve("/objects/x").getString("late")).isEqualTo("x");
    }

    @Test
    void circleIsReportedWithEachHop() {
        assertThatThrownBy(() -> Documents.load(qom, """
                        [{'qom-type': 'bus', 'id': 'b0', 'upstream': 'b1'},
                         {'qom-type': 'bus', 'id': 'b1', 'upstream': 'b2'},
                         {'qom-type': 'bus', 'id': 'b2', 'upstream': 'b0'}]
                        """)).isInstanceOfSatisfying(ConfigException.class, e -> {
            assertThat(e.diagnostics()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(DiagnosticCode.LINK_CYCLE);
                assertThat(problem.message()).endsWith("b0 → b1 → b2 → b0");
                assertThat(problem.related())
                        .extracting(each -> each.position().line())
                        .containsExactly(1, 2, 3);
            });
        });
    }

    @Test
    void longChainOfForwardLinksIsNoTroubleForTheStack() {
        var json = new StringBuilder("[");
        int count = 50_000;
        for (int i = 0; i < count; i++) {
            json.append("{'qom-type': 'bus', 'id': 'b")
                    .append(i)
                    .append("', 'upstream': 'b")
                    .append(i + 1)
                    .append("'},");
        }
        json.append("{'qom-type': 'bus', 'id': 'b").append(count).append("'}]");
        assertThat(Documents.load(qom, json.toString())).hasSize(count + 1);
    }
}
