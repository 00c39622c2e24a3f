// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.Thing;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.ValueType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettableTest {
    private static final Settable UNTIL_FULL =
            Settable.until("full", Thing.class, thing -> thing.flag, "cannot change property '{property}' of {type} ");

    private final Qom qom = Qom.builder().build();
    private Thing thing;

    @BeforeEach
    void makeThing() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(oc -> {
                            oc.addBool("bool", (Thing t) -> false, (Thing t, boolean v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addSize("size", (Thing t) -> 0, (Thing t, long v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addInteger(
                                            "int",
                                            ValueType.signed(8),
                                            (Thing t) -> 0,
                                            (Thing t, long v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addNumber("number", (Thing t) -> 0, (Thing t, double v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addString("string", (Thing t) -> "", (Thing t, String v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addEnum(
                                            "enum",
                                            "Mode",
                                            Thing.Mode.class,
                                            (Thing t) -> t.mode,
                                            (Thing t, Thing.Mode v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addUint16List("list", (Thing t) -> t.list, (Thing t, long[] v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addLink(
                                            "link",
                                            "thing",
                                            Thing.class,
                                            (Thing t) -> null,
                                            (Thing t, @Nullable Thing v) -> t.text = "set")
                                    .settable(UNTIL_FULL);
                            oc.addSize("first", (Thing t) -> 0, (Thing t, long v) -> t.text = "set")
                                    .settable(UNTIL_FULL.checkedFirst());
                        })
                        .build());
        thing = Thing.make(qom, "thing");
    }

    @ParameterizedTest
    @CsvSource({"bool,on", "size,1", "int,1", "number,1", "string,x", "enum,none", "list,1", "link,''"})
    void propertyCanBeSetUntilItsObjectPassesThePoint(String property, String value) {
        assertThat(thing.property(property).settable().isSettableOn(thing)).isTrue();
        thing.parse(property, value);
        assertThat(thing.text).isEqualTo("set");
        thing.text = "";
        thing.flag = true;
        assertThat(thing.property(property).settable().isSettableOn(thing)).isFalse();
        assertThatThrownBy(() -> thing.parse(property, value)).isInstanceOfSatisfying(PropertyException.class, e -> {
            assertThat(e).hasMessage("cannot change property '" + property + "' of thing ");
            assertThat(e.hints()).containsExactly("It can be set until full.");
        });
        assertThat(thing.text).isEmpty();
    }

    @Test
    void valueIsRefusedBeforeTheRuleUnlessTheRuleComesFirst() {
        thing.flag = true;
        assertThatThrownBy(() -> thing.parse("size", "x")).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> thing.parse("first", "x")).isInstanceOf(PropertyException.class);
    }

    @Test
    void ruleDescribesItself() {
        assertThat(UNTIL_FULL.describe()).isEqualTo("until full");
        assertThat(UNTIL_FULL.checkedFirst()).hasToString("until full");
        assertThat(Settable.ALWAYS).hasToString("always");
        assertThat(Settable.untilComplete().describe()).isEqualTo("until complete");
    }

    @Test
    void settingUntilCompleteEndsWithTheCompleteHook() {
        qom.types()
                .register(Thing.userType("user-thing")
                        .classInit(oc -> oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v)
                                .settable(Settable.untilComplete()))
                        .build());
        Thing user = Thing.make(qom, "user-thing");
        user.onComplete = () -> user.setLong("size", 7);
        qom.objects().publish(user, "t0");
        assertThatThrownBy(() -> user.setLong("size", 8))
                .hasMessage("cannot change property 'size' of user-thing after it is complete");
        assertThat(user.number).isEqualTo(7);
    }
}
