// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.json.SourcePosition;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.value.ValueType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects that look alike in the text, whose plans share what was found out about the first. */
class ObjectShapeTest {
    private final Qom qom = Workshop.open();

    @AfterEach
    void close() {
        qom.close();
    }

    private static List<String> places(List<Diagnostic> problems) {
        return problems.stream()
                .map(each -> each.position().line() + ":" + each.position().column())
                .toList();
    }

    @Test
    void eachOfThemHasItsOwnValuesAndPlaces() {
        List<QomObject> made = Documents.load(qom, """
                [{'qom-type': 'drive', 'id': 'd0', 'level': 1, 'size': 10},
                 {'qom-type': 'drive', 'id': 'd1', 'level': 2, 'size': 20},
                 {'qom-type': 'drive', 'id': 'd2', 'level': 3, 'size': 30}]
                """);
        assertThat(made).extracting(each -> each.getLong("level")).containsExactly(1L, 2L, 3L);
        assertThat(made).extracting(each -> each.getLong("size")).containsExactly(10L, 20L, 30L);
        assertThat(made.get(2).origin("size").position("size")).isEqualTo(new SourcePosition("vm.json", 3, 56));
    }

    @Test
    void mistakesOfEachAreReportedAtTheirPlace() {
        assertThat(places(Documents.check("""
                [{'qom-type': 'drive', 'id': 'd0', 'level': 10, 'size': 1},
                 {'qom-type': 'drive', 'id': 'd1', 'level': 11, 'size': 1},
                 {'qom-type': 'drive', 'id': 'd2', 'level': 12, 'size': true}]
                """))).containsExactly("1:45", "2:45", "3:45", "3:57");
    }

    @Test
    void oneThatLooksOtherwiseIsTakenAsItIs() {
        List<QomObject> made = Documents.load(qom, """
                [{'qom-type': 'drive', 'id': 'd0', 'level': 1, 'size': 10},
                 {'qom-type': 'drive', 'id': 'd1', 'size': 20, 'level': 2},
                 {'qom-type': 'drive', 'id': 'd2', 'size': 30, 'queues': [1, 2]},
                 {'qom-type': 'drive', 'id': 'd3', 'size': 40, 'queues': [4]}]
                """);
        assertThat(made).extracting(each -> each.getLong("size")).containsExactly(10L, 20L, 30L, 40L);
        assertThat(made.get(3).print("queues", false)).isEqualTo("4");
    }

    @Test
    void oneThatLacksARequiredValueIsReported() {
        assertThat(places(Documents.check("""
                [{'qom-type': 'drive', 'id': 'd0', 'level': 1, 'size': 10},
                 {'qom-type': 'drive', 'id': 'd1', 'level': 2}]
                """))).containsExactly("2:2");
    }

    @Test
    void overrideOfOneLeavesTheOthers() {
        String base = """
                [{'qom-type': 'drive', 'id': 'd0', 'level': 1, 'size': 10},
                 {'qom-type': 'drive', 'id': 'd1', 'level': 2, 'size': 20},
                 {'qom-type': 'drive', 'id': 'd2', 'level': 3, 'size': 30}]
                """;
        String site = "[{'qom-type': 'drive', 'id': 'd1', 'level': 9, 'size': 90, 'sectors': 4}]";
        List<QomObject> made = ConfigLoader.of(qom)
                .text(base, "base.json")
                .text(site, "site.json")
                .load()
                .objects();
        assertThat(made).extracting(each -> each.getLong("level")).containsExactly(1L, 9L, 3L);
        assertThat(made).extracting(each -> each.getLong("size")).containsExactly(10L, 90L, 30L);
        assertThat(made).extracting(each -> each.getLong("sectors")).containsExactly(0L, 4L, 0L);
    }

    @Test
    void emptyDescriptionMayBeOverridden() {
        List<QomObject> made = ConfigLoader.of(qom)
                .text("[{'qom-type': 'bus', 'id': 'b0'}]", "base.json")
                .text("[{'qom-type': 'bus', 'id': 'b0', 'label': 'x', 'spare': true}]", "site.json")
                .load()
                .objects();
        assertThat(made.getFirst().getString("label")).isEqualTo("x");
        assertThat(made.getFirst().getBool("spare")).isTrue();
    }

    @Test
    void formerNameIsWarnedOfEachTime() {
        qom.types()
                .register(TypeInfo.of("pump", Pump.class)
                        .factory(Pump::new)
                        .interfaces(UserCreatable.TYPE_NAME)
                        .classInit(oc -> {
                            oc.addInteger(
                                    "rate", ValueType.unsigned(8), (Pump p) -> p.rate, (Pump p, long v) -> p.rate = v);
                            oc.declare(RenamedProperty.of("speed", "rate"));
                        })
                        .build());
        assertThat(places(ConfigLoader.of(qom).text("""
                [{'qom-type': 'pump', 'id': 'p0', 'speed': 1},
                 {'qom-type': 'pump', 'id': 'p1', 'speed': 2}]
                """, "vm.json").check())).containsExactly("1:35", "2:35");
    }

    /** Has a property that was called otherwise. */
    private static final class Pump extends QomObject implements UserCreatable {
        private long rate;
    }
}
