// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllOrNothingTest {
    private final Workshop workshop = new Workshop();
    private final Qom qom = workshop.runtime();

    @AfterEach
    void close() {
        qom.close();
    }

    private List<String> tree(QomObject from) {
        List<String> paths = new ArrayList<>();
        paths.add(from.toString());
        from.children().forEach(child -> paths.addAll(tree(child)));
        return paths;
    }

    private Diagnostic refusal(String json) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> Documents.load(qom, json));
        assertThat(e).isNotNull();
        assertThat(e.diagnostics()).hasSize(1);
        return e.diagnostics().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "set, QOM-0502, broken at set, 5:50, ''",
        "late-set, QOM-0502, broken at a late set, 5:70, 2",
        "complete, QOM-0503, broken at complete, 5:5, 2",
    })
    void refusalAtAnyStepLeavesNothing(String where, String code, String message, String place, String late) {
        List<String> before = tree(qom.root());
        Diagnostic problem = refusal("""
                {
                  'globals': {'bus': {'label': 'g'}},
                  'objects': [{'qom-type': 'brittle', 'id': 'x0', 'late': '0'},
                    {'qom-type': 'bus', 'id': 'b0', 'children': [{'qom-type': 'brittle', 'id': 'c', 'late': '1'}]},
                    {'qom-type': 'brittle', 'id': 'x1', 'break': '%s', 'late': '2'},
                    {'qom-type': 'brittle', 'id': 'x2'}]
                }
                """.formatted(where));
        assertThat(problem.code()).hasToString(code);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.position()).hasToString("vm.json:" + place);
        assertThat(tree(qom.root())).isEqualTo(before);
        assertThat(qom.newObject("bus").getString("label")).isEmpty();
        assertThat(workshop.log())
                .containsSubsequence(
                        "born", "complete x0", "born", "complete c", "born", "ended " + late, "ended 1", "ended 0");
    }

    @Test
    void refusalOfTheFirstObjectTakesTheContainerAwayThatWasMadeForIt() {
        refusal("{'qom-type': 'brittle', 'id': 'x', 'break': 'complete'}");
        assertThat(qom.root().child("objects")).isNull();
    }

    @Test
    void refusalLeavesWhatWasThereBefore() {
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'b0'}");
        refusal("[{'qom-type': 'bus', 'id': 'b1'}, {'qom-type': 'brittle', 'id': 'x', 'break': 'complete'}]");
        assertThat(qom.objects().all()).extracting(QomObject::name).containsExactly("b0");
    }

    @Test
    void bugInAHookTakesEverythingBackAndIsThrownAsItIs() {
        IllegalStateException bug = catchThrowableOfType(
                IllegalStateException.class,
                () -> Documents.load(
                        qom,
                        "[{'qom-type': 'brittle', 'id': 'x', 'late': '0'}, {'qom-type': 'brittle', 'id': 'y', 'break': 'bug'}]"));
        assertThat(bug).hasMessage("a bug");
        assertThat(qom.root().children()).isEmpty();
        assertThat(workshop.log()).containsExactly("born", "complete x", "born", "ended ", "ended 0");
    }

    @Test
    void namesAreFreeAfterARefusal() {
        refusal("[{'qom-type': 'bus', 'id': 'b0'}, {'qom-type': 'brittle', 'id': 'x', 'break': 'complete'}]");
        Documents.load(qom, "[{'qom-type': 'bus', 'id': 'b0'}, {'qom-type': 'brittle', 'id': 'x'}]");
        assertThat(qom.objects().all()).hasSize(2);
    }

    @Test
    void strongLinksBetweenNewObjectsDoNotKeepThemAlive() {
        refusal("""
                [{'qom-type': 'brittle', 'id': 'x0', 'late': '0'},
                 {'qom-type': 'brittle', 'id': 'x1', 'late': '1', 'needs': 'x0'},
                 {'qom-type': 'brittle', 'id': 'x2', 'late': '2', 'needs': 'x1', 'break': 'complete'}]
                """);
        assertThat(workshop.log()).endsWith("ended 2", "ended 1", "ended 0");
    }

    @Test
    void refusalKeepsTheObjectsOwnTextAndHints() {
        Diagnostic problem = refusal("{'qom-type': 'drive', 'id': 'd0', 'size': 1, 'file': 'forbidden'}");
        assertThat(problem.message()).isEqualTo("file 'forbidden' is not for us");
        assertThat(problem.hints()).containsExactly("Take another one.");
        assertThat(problem.pointer()).isEqualTo("/file");
    }

    @Test
    void checkingHasNoSideEffect() {
        List<String> before = tree(qom.root());
        ConfigLoader.of(qom)
                .text(
                        "{'globals': {'bus': {'label': 'g'}}, 'objects': [{'qom-type': 'brittle', 'id': 'x'}]}",
                        "vm.json")
                .check();
        assertThat(tree(qom.root())).isEqualTo(before);
        assertThat(workshop.log()).isEmpty();
        assertThat(qom.newObject("bus").getString("label")).isEmpty();
    }
}
