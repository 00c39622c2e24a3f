// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.text.StringInputVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.value.ValueType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlobalsTest {
    private static final Origin OPTION = new Origin.CommandLine("-global");

    private final Qom qom = Qom.builder().build();
    private final Globals globals = qom.types().globals();

    @BeforeEach
    void registerTypes() {
        qom.types().register(TypeInfo.ofInterface("drawable").build());
        qom.types()
                .register(Thing.type("mother")
                        .interfaces("drawable")
                        .classInit(oc -> {
                            oc.addInteger(
                                            "number",
                                            ValueType.unsigned(8),
                                            (Thing t) -> t.number,
                                            (Thing t, long v) -> t.number = v)
                                    .defaultValue(100);
                            oc.addString("text", (Thing t) -> t.text, (Thing t, String v) -> t.text = v);
                            oc.addBool("deaf", (Thing t) -> t.flag, null);
                        })
                        .build());
        qom.types().register(Thing.type("child").parent("mother").build());
        qom.types().register(Thing.type("stranger").build());
    }

    private void add(String type, String property, String value) {
        globals.add(type, property, () -> new StringInputVisitor(value, WarningSink.IGNORE), OPTION);
    }

    @Test
    void withoutGlobalsTheDeclaredDefaultStands() {
        assertThat(qom.newObject("mother").getLong("number")).isEqualTo(100);
    }

    @Test
    void globalOverridesOnePropertyOnly() {
        add("mother", "number", "7");
        Thing mother = Thing.make(qom, "mother");
        assertThat(mother.number).isEqualTo(7);
        assertThat(mother.text).isEmpty();
    }

    @Test
    void globalReachesDescendantsButNotAncestors() {
        add("child", "number", "7");
        assertThat(qom.newObject("child").getLong("number")).isEqualTo(7);
        assertThat(qom.newObject("mother").getLong("number")).isEqualTo(100);
    }

    @Test
    void lastGlobalWinsNotTheMostSpecific() {
        add("child", "number", "7");
        add("mother", "number", "8");
        assertThat(qom.newObject("child").getLong("number")).isEqualTo(8);
    }

    @Test
    void originSaysWhoGaveTheGlobal() {
        add("mother", "number", "7");
        QomObject child = qom.newObject("child");
        assertThat(child.origin("number")).isEqualTo(new Origin.Global("mother", OPTION));
        assertThat(child.origin("number").describe())
                .isEqualTo("global default for mother (" + OPTION.describe() + ")");
        child.setLong("number", 9);
        assertThat(child.origin("number")).isSameAs(Origins.API);
    }

    @Test
    void globalOverridesWhatTheObjectGaveItself() {
        qom.types()
                .register(Thing.type("wilful")
                        .parent("mother")
                        .instanceInit(thing -> thing.number = 1)
                        .build());
        add("mother", "number", "7");
        assertThat(qom.newObject("wilful").getLong("number")).isEqualTo(7);
    }

    @Test
    void unknownTypeIsRefusedAtOnce() {
        assertThatThrownBy(() -> add("nope", "number", "1"))
                .isInstanceOf(TypeException.class)
                .hasMessage("missing object type 'nope'");
    }

    @Test
    void interfaceIsRefused() {
        assertThatThrownBy(() -> add("drawable", "number", "1")).isInstanceOf(TypeException.class);
    }

    @Test
    void unknownPropertyIsRefusedAtOnce() {
        assertThatThrownBy(() -> add("mother", "nope", "1"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'mother.nope' not found");
    }

    @Test
    void propertyThatCannotBeSetIsRefusedAtOnce() {
        assertThatThrownBy(() -> add("mother", "deaf", "on"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'mother.deaf' is not writable");
    }

    @Test
    void illegalValueIsRefusedAtOnce() {
        assertThatThrownBy(() -> add("mother", "number", "256")).isInstanceOf(ValueException.class);
        assertThat(qom.newObject("mother").getLong("number")).isEqualTo(100);
    }

    @Test
    void clearedGlobalsHaveNoEffect() {
        add("mother", "number", "7");
        globals.clear();
        assertThat(qom.newObject("mother").getLong("number")).isEqualTo(100);
    }

    @Test
    void globalsOfTwoRuntimesAreApart() {
        add("mother", "number", "7");
        Qom other = Qom.builder().build();
        other.types().register(qom.types().get("mother").type());
        other.types().register(TypeInfo.ofInterface("drawable").build());
        assertThat(other.newObject("mother").getLong("number")).isEqualTo(100);
    }
}
