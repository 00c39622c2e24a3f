// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.Thing;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.visit.InputVisitor;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists and structs. */
class ValuePropertyTest {
    private final Qom qom = Qom.builder().build();
    private LocalDateTime time = LocalDateTime.of(2026, 11, 22, 22, 27, 1);
    private Thing thing;

    @BeforeEach
    void makeThing() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(oc -> {
                            oc.addUint16List("nodes", (Thing t) -> t.list, (Thing t, long[] v) -> t.list = v)
                                    .typeName("int")
                                    .defaultValue(new long[] {1, 2});
                            oc.<Thing, LocalDateTime>addValue(
                                    "time", TimeCodec.INSTANCE, t -> time, (t, v) -> time = v);
                        })
                        .build());
        thing = Thing.make(qom, "thing");
    }

    private static InputVisitor json(Object value) {
        return JsonInputVisitor.config(JsonDocument.of(value), JsonDocument.ROOT, WarningSink.IGNORE);
    }

    @Test
    void listIsSetFromTextAndRead() {
        thing.parse("nodes", "3,7-9");
        assertThat(thing.list).containsExactly(3, 7, 8, 9);
        assertThat(thing.print("nodes", false)).isEqualTo("3,7-9");
    }

    @Test
    void listIsSetFromJson() {
        thing.set("nodes", json(List.of(5, 65535)), Origins.QMP);
        assertThat(thing.list).containsExactly(5, 65535);
    }

    @Test
    void longListIsSet() {
        thing.parse("nodes", "0-999");
        assertThat(thing.list).hasSize(1000).contains(999);
    }

    @Test
    void listWithABadElementChangesNothing() {
        assertThatThrownBy(() -> thing.set("nodes", json(List.of(5, 65536)), Origins.QMP))
                .isInstanceOf(ValueException.class);
        assertThat(thing.list).containsExactly(1, 2);
    }

    @Test
    void defaultListIsSetAndRecognised() {
        assertThat(thing.list).containsExactly(1, 2);
        assertThat(thing.origin("nodes")).isEqualTo(new Origin.Default("thing"));
        thing.list = new long[] {1};
        assertThat(thing.origin("nodes")).isSameAs(Origins.OBJECT);
    }

    @Test
    void descendantMayHaveAnotherDefaultOfAnInheritedList() {
        qom.types()
                .register(Thing.type("other")
                        .parent("thing")
                        .classInit(oc -> oc.overrideDefault("nodes", new long[] {9}))
                        .build());
        assertThat(Thing.make(qom, "other").list).containsExactly(9);
        qom.types()
                .register(Thing.type("wrong")
                        .parent("thing")
                        .classInit(oc -> oc.overrideDefault("nodes", "9"))
                        .build());
        assertThatThrownBy(() -> qom.newObject("wrong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property 'nodes' cannot have the default 9");
    }

    @Test
    void typeOfAListSaysWhatItsElementsAre() {
        Property nodes = thing.property("nodes");
        assertThat(nodes.typeName()).isEqualTo("int");
        assertThat(nodes.type())
                .isInstanceOf(ListType.class)
                .hasToString(nodes.type().toString());
        assertThat(nodes.type().wireName()).isEqualTo("list<uint16>");
    }

    @Test
    void handleOfAListGivesTheArray() {
        @SuppressWarnings("unchecked")
        ValueProperty<long[]> nodes = thing.objectClass().property("nodes", ValueProperty.class);
        nodes.set(thing, new long[] {4});
        assertThat(nodes.get(thing)).containsExactly(4);
    }

    @Test
    void timeCountsYearsFrom1900AndMonthsFrom0() {
        Map<String, Object> tm = new LinkedHashMap<>();
        tm.put("tm_year", 99);
        tm.put("tm_mon", 0);
        tm.put("tm_mday", 31);
        tm.put("tm_hour", 23);
        tm.put("tm_min", 59);
        tm.put("tm_sec", 58);
        thing.set("time", json(tm), Origins.QMP);
        assertThat(time).isEqualTo(LocalDateTime.of(1999, 1, 31, 23, 59, 58));
        assertThat(thing.property("time").typeName()).isEqualTo("struct tm");
        assertThat(((StructType) thing.property("time").type()).members())
                .extracting(StructType.Member::name)
                .containsExactly("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec");
    }

    @Test
    void timeThatDoesNotExistIsRefusedAndChangesNothing() {
        LocalDateTime before = time;
        Map<String, Object> tm = new LinkedHashMap<>();
        List.of("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec").forEach(member -> tm.put(member, 0));
        assertThatThrownBy(() -> thing.set("time", json(tm), Origins.QMP))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("Parameter 'time' is no date and time");
        assertThat(time).isEqualTo(before);
    }

    @Test
    void structWithAMemberTooManyIsRefused() {
        Map<String, Object> tm = new LinkedHashMap<>();
        List.of("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_week")
                .forEach(member -> tm.put(member, 1));
        assertThatThrownBy(() -> thing.set("time", json(tm), Origins.QMP))
                .isInstanceOf(ValueException.class)
                .hasMessageEndingWith("is unexpected");
    }

    @Test
    void textForAStructIsRefused() {
        assertThatThrownBy(() -> thing.parse("time", "noon")).isInstanceOf(ValueException.class);
    }

    @Test
    void structIsReadMemberByMember() {
        RecordingOutput output = new RecordingOutput();
        thing.get("time", output);
        assertThat(output.members)
                .containsExactly("tm_year=126", "tm_mon=10", "tm_mday=22", "tm_hour=22", "tm_min=27", "tm_sec=1");
    }
}
