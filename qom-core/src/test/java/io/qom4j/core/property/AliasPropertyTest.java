// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AliasPropertyTest {
    private final Qom qom = Qom.builder().build();
    private Thing front;
    private Thing back;

    @BeforeEach
    void makeThings() {
        qom.types()
                .register(Thing.type("clock")
                        .classInit(oc -> {
                            oc.addBool("flag", (Thing t) -> t.flag, (Thing t, boolean v) -> t.flag = v)
                                    .description("A flag")
                                    .defaultValue(true);
                            oc.addString("date", (Thing t) -> t.text, null);
                            oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v)
                                    .unit("bytes");
                        })
                        .build());
        qom.types().register(Thing.type("machine").build());
        front = Thing.make(qom, "machine");
        back = Thing.make(qom, "clock");
    }

    private Property alias(String name, String of) {
        return front.addProperty(AliasProperty.of(name, back, back.property(of)));
    }

    @Test
    void readingAndWritingGoToTheTarget() {
        alias("rtc-flag", "flag");
        front.parse("rtc-flag", "off");
        assertThat(back.flag).isFalse();
        assertThat(front.print("rtc-flag", false)).isEqualTo("false");
    }

    @Test
    void valueIsTakenUnderTheAliasesName() {
        alias("rtc-size", "size");
        JsonInputVisitor visitor = JsonInputVisitor.config(
                JsonDocument.of(Map.of("rtc-size", "4k")), JsonDocument.ROOT, WarningSink.IGNORE);
        visitor.beginStruct(null);
        front.set("rtc-size", visitor, Origins.QMP);
        visitor.checkStruct();
        visitor.endStruct();
        assertThat(back.number).isEqualTo(4096);
    }

    @Test
    void refusalNamesTheTarget() {
        alias("rtc-time", "date");
        assertThat(front.property("rtc-time").isWritable()).isTrue();
        assertThatThrownBy(() -> front.parse("rtc-time", "x"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'clock.date' is not writable");
    }

    @Test
    void aliasTakesTypeDefaultAndDescription() {
        Property flag = alias("rtc-flag", "flag");
        assertThat(flag.type()).isEqualTo(ValueType.bool());
        assertThat(flag.typeName()).isEqualTo("bool");
        assertThat(flag.description()).isEqualTo("A flag");
        assertThat(flag.defaultValue()).isEqualTo(true);
        assertThat(alias("rtc-size", "size").unit()).isEqualTo("bytes");
    }

    @Test
    void aliasOfAChildIsALink() {
        QomObject part = qom.newObject("clock");
        back.addChild("part", part);
        qom.root().addChild("back", back);
        Property alias = alias("rtc-part", "part");
        assertThat(alias.typeName()).isEqualTo("link<clock>");
        assertThat(alias.resolve(front)).isSameAs(part);
        assertThat(front.getString("rtc-part")).isEqualTo("/back/part");
        assertThatThrownBy(() -> front.setString("rtc-part", "")).hasMessage("Property 'clock.part' is not writable");
    }

    @Test
    void pathRunsThroughAnAlias() {
        QomObject part = qom.newObject("clock");
        back.addChild("part", part);
        qom.root().addChild("front", front);
        alias("rtc-part", "part");
        assertThat(qom.find("/front/rtc-part")).isSameAs(part);
        assertThat(qom.find("front/rtc-part")).isSameAs(part);
    }

    @Test
    void originIsTheTargets() {
        alias("rtc-flag", "flag");
        assertThat(front.origin("rtc-flag")).isEqualTo(new Origin.Default("clock"));
        back.setBool("flag", true);
        assertThat(front.origin("rtc-flag")).isSameAs(Origins.API);
    }

    @Test
    void aliasOfAnAliasGoesToTheEnd() {
        alias("middle", "flag");
        QomObject outer = qom.newObject("machine");
        outer.addProperty(AliasProperty.of("outer", front, front.property("middle")));
        outer.parse("outer", "off");
        assertThat(back.flag).isFalse();
    }

    @Test
    void aliasHoldsNoReferenceAndRefusesOnceItsTargetHasEnded() {
        alias("rtc-flag", "flag");
        assertThat(back.references()).isEqualTo(1);
        back.unref();
        assertThatThrownBy(() -> front.print("rtc-flag", false))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'machine.rtc-flag' stands for 'clock.flag' of an object that has ended");
        assertThatThrownBy(() -> front.parse("rtc-flag", "on")).isInstanceOf(PropertyException.class);
        assertThat(front.property("rtc-flag").resolve(front)).isNull();
    }
}
