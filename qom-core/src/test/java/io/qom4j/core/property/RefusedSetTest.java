// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.event.QomEvent;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refused set changes nothing: not the value, not its origin, not what others refer to; and nobody hears of it. */
class RefusedSetTest {
    private final Qom qom = Qom.builder().build();
    private final LinkedBlockingQueue<List<QomEvent>> heard = new LinkedBlockingQueue<>();
    private Thing thing;
    private Thing target;
    private boolean isRefusing;

    private void refuse() {
        if (isRefusing) {
            throw new IllegalStateException("not today");
        }
    }

    @BeforeEach
    void makeThings() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(oc -> {
                            oc.addBool("bool", (Thing t) -> t.flag, (Thing t, boolean v) -> {
                                refuse();
                                t.flag = v;
                            });
                            oc.addInteger("int", ValueType.unsigned(8), (Thing t) -> t.number, (Thing t, long v) -> {
                                refuse();
                                t.number = v;
                            });
                            oc.addNumber("number", (Thing t) -> t.real, (Thing t, double v) -> {
                                refuse();
                                t.real = v;
                            });
                            oc.addString("string", (Thing t) -> t.text, (Thing t, String v) -> {
                                refuse();
                                t.text = v;
                            });
                            oc.addEnum(
                                    "enum", "Mode", Thing.Mode.class, (Thing t) -> t.mode, (Thing t, Thing.Mode v) -> {
                                        refuse();
                                        t.mode = v;
                                    });
                            oc.addUint16List("list", (Thing t) -> t.list, (Thing t, long[] v) -> {
                                refuse();
                                t.list = v;
                            });
                            oc.addLink(
                                    "link",
                                    "thing",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> {
                                        refuse();
                                        t.target = v;
                                    });
                        })
                        .build());
        thing = Thing.make(qom, "thing");
        target = Thing.make(qom, "thing");
        qom.root().addChild("thing", thing);
        qom.root().addChild("target", target);
        qom.root().addChild("also", Thing.make(qom, "thing"));
        thing.addProperty(AliasProperty.of("alias", target, target.property("int")));
        thing.addProperty(RenamedProperty.of("renamed", "string"));
    }

    private String state(String property) {
        return thing.print(property, false) + " " + thing.origin(property).describe() + " "
                + qom.root().children().stream().map(QomObject::references).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "bool,on,off,maybe",
        "int,7,8,256",
        "number,0.5,1,x",
        "string,a,b,",
        "enum,none,read-only,yeti",
        "list,1-3,4,70000",
        "link,target,also,nowhere",
        "alias,7,8,-1",
        "renamed,a,b,"
    })
    void refusedSetChangesNothing(String property, String first, String second, @Nullable String illegal) {
        thing.parse(property, first);
        String before = state(property);
        if (illegal != null) {
            assertThatThrownBy(() -> thing.parse(property, illegal)).isInstanceOf(RuntimeException.class);
            assertThat(state(property)).isEqualTo(before);
        }
        isRefusing = true;
        assertThatThrownBy(() -> thing.parse(property, second)).hasMessage("not today");
        assertThat(state(property)).isEqualTo(before);
        isRefusing = false;
        thing.parse(property, second);
        assertThat(thing.print(property, false)).isNotEqualTo(before.substring(0, before.indexOf(' ')));
    }

    @Test
    void refusedSetIsNotHeardOf() throws InterruptedException {
        isRefusing = true;
        qom.events().listen(heard::add);
        assertThatThrownBy(() -> thing.setLong("int", 1)).hasMessage("not today");
        assertThatThrownBy(() -> thing.setLong("int", 256)).isInstanceOf(RuntimeException.class);
        isRefusing = false;
        thing.setLong("int", 2);
        assertThat(heard.poll(10, TimeUnit.SECONDS))
                .containsExactly(new QomEvent.PropertyChanged(thing, thing.property("int"), Origins.API));
    }
}
