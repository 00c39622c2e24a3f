// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.SingleValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectCreationTest {
    private final Qom qom = Qom.builder().build();
    private final List<String> log = new ArrayList<>();

    private TypeInfo.Builder<Thing> logged(String name) {
        return Thing.type(name)
                .instanceInit(thing -> log.add(name + ".init"))
                .instancePostInit(thing -> log.add(name + ".post-init"))
                .instanceFinalize(thing -> log.add(name + ".finalize"));
    }

    private void register(TypeInfo.Builder<Thing> type) {
        qom.types().register(type.build());
    }

    @Test
    void initHooksRunRootFirstAndThenPostInitHooksRootFirst() {
        register(logged("grandmother"));
        register(logged("mother").parent("grandmother"));
        register(logged("child").parent("mother"));
        qom.newObject("child");
        assertThat(log)
                .containsExactly(
                        "grandmother.init",
                        "mother.init",
                        "child.init",
                        "grandmother.post-init",
                        "mother.post-init",
                        "child.post-init");
    }

    @Test
    void newObjectHasOneReferenceAndNoParent() {
        register(Thing.type("thing"));
        QomObject thing = qom.newObject("thing");
        assertThat(thing.references()).isEqualTo(1);
        assertThat(thing.parent()).isNull();
        assertThat(thing.name()).isNull();
        assertThat(thing.isFinalized()).isFalse();
        assertThat(thing.isComplete()).isFalse();
    }

    @Test
    void newObjectKnowsItsClassAndRuntime() {
        register(Thing.type("thing"));
        QomObject thing = qom.newObject("thing");
        assertThat(thing.objectClass()).isSameAs(qom.types().get("thing"));
        assertThat(thing.qom()).isSameAs(qom);
        assertThat(thing.getString("type")).isEqualTo("thing");
    }

    @Test
    void defaultsAreSetThroughTheSetterBeforeInitHooks() {
        register(Thing.type("mother")
                .classInit(oc -> oc.addInteger("number", ValueType.unsigned(8), null, (Thing t, long v) -> {
                            log.add("mother's default");
                            t.number = v;
                        })
                        .defaultValue(7)));
        register(Thing.type("child")
                .parent("mother")
                .classInit(oc -> oc.addBool("flag", null, (Thing t, boolean v) -> log.add("child's default"))
                        .defaultValue(true))
                .instanceInit(thing -> log.add("init sees " + thing.number)));
        qom.newObject("child");
        assertThat(log).containsExactly("mother's default", "child's default", "init sees 7");
    }

    @Test
    void defaultOverriddenBySubclassIsTheOneThatIsSet() {
        register(Thing.type("mother")
                .classInit(oc -> oc.addInteger(
                                "number",
                                ValueType.unsigned(8),
                                (Thing t) -> t.number,
                                (Thing t, long v) -> t.number = v)
                        .defaultValue(7)));
        register(Thing.type("child").parent("mother").classInit(oc -> oc.overrideDefault("number", 8L)));
        QomObject child = qom.newObject("child");
        assertThat(child.getLong("number")).isEqualTo(8);
        assertThat(qom.newObject("mother").getLong("number")).isEqualTo(7);
        assertThat(child.origin("number")).isEqualTo(new Origin.Default("child"));
    }

    @Test
    void overridingDefaultIsCheckedLikeTheDefault() {
        register(Thing.type("mother")
                .classInit(oc -> oc.addInteger(
                        "number", ValueType.unsigned(8), (Thing t) -> t.number, (Thing t, long v) -> t.number = v)));
        register(Thing.type("child").parent("mother").classInit(oc -> oc.overrideDefault("number", 256L)));
        assertThatThrownBy(() -> qom.newObject("child"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'number' must be in range [0, 255], not 256");
    }

    @Test
    void initHookThatReplacesADefaultIsSeenInTheOrigin() {
        register(Thing.type("thing")
                .classInit(oc -> oc.addBool("flag", (Thing t) -> t.flag, (Thing t, boolean v) -> t.flag = v)
                        .defaultValue(true))
                .instanceInit(thing -> thing.flag = false));
        assertThat(qom.newObject("thing").origin("flag")).isSameAs(Origins.OBJECT);
    }

    @Test
    void initHookMayMakeChildren() {
        register(Thing.type("part"));
        register(Thing.type("whole").instanceInit(whole -> {
            QomObject part = whole.qom().newObject("part");
            whole.addChild("part", part);
            part.unref();
        }));
        assertThat(qom.newObject("whole").child("part")).isNotNull();
    }

    @Test
    void factoryThatThrowsLeavesNothing() {
        qom.types()
                .register(TypeInfo.of("thing", Thing.class)
                        .factory(() -> {
                            throw new IllegalStateException("no stuff");
                        })
                        .build());
        assertThatThrownBy(() -> qom.newObject("thing")).hasMessage("no stuff");
    }

    @Test
    void factoryThatReturnsNothingIsRefused() {
        qom.types()
                .register(TypeInfo.of("thing", Thing.class).factory(() -> null).build());
        assertThatThrownBy(() -> qom.newObject("thing"))
                .isInstanceOf(TypeException.class)
                .hasMessage("the factory of type 'thing' must return a new io.qom4j.core.Thing, not null");
    }

    @Test
    void factoryThatReturnsTheSameObjectAgainIsRefused() {
        Thing only = new Thing();
        qom.types()
                .register(TypeInfo.of("thing", Thing.class).factory(() -> only).build());
        qom.newObject("thing");
        assertThatThrownBy(() -> qom.newObject("thing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the factory of type 'thing' returned an object twice");
        assertThat(only.references()).isEqualTo(1);
    }

    @Test
    void defaultThatTheSetterRefusesEndsTheObject() {
        List<Thing> made = new ArrayList<>();
        register(logged("thing")
                .classInit(oc -> oc.addBool("flag", null, (Thing t, boolean v) -> {
                            made.add(t);
                            throw new IllegalStateException("never");
                        })
                        .defaultValue(true)));
        assertThatThrownBy(() -> qom.newObject("thing")).hasMessage("never");
        assertThat(made.getFirst().isFinalized()).isTrue();
        assertThat(log).containsExactly("thing.finalize");
    }

    @Test
    void initHookThatThrowsEndsTheObjectAndItsChildren() {
        List<QomObject> made = new ArrayList<>();
        register(logged("mother"));
        register(Thing.type("child").parent("mother").instanceInit(child -> {
            QomObject part = child.qom().newObject("mother");
            made.add(child);
            made.add(part);
            child.addChild("part", part);
            part.unref();
            throw new IllegalStateException("never");
        }));
        assertThatThrownBy(() -> qom.newObject("child")).hasMessage("never");
        assertThat(made).allMatch(QomObject::isFinalized);
    }

    @Test
    void postInitHookThatThrowsEndsTheObject() {
        List<QomObject> made = new ArrayList<>();
        register(logged("mother").instancePostInit(thing -> {
            made.add(thing);
            throw new IllegalStateException("never");
        }));
        assertThatThrownBy(() -> qom.newObject("mother")).hasMessage("never");
        assertThat(made).allMatch(QomObject::isFinalized);
        assertThat(log).containsExactly("mother.init", "mother.finalize");
    }

    @Test
    void objectWhoseMakingFailedAfterItJoinedTheTreeLeavesIt() {
        register(Thing.type("thing").instanceInit(thing -> {
            thing.qom().root().addChild("early", thing);
            throw new IllegalStateException("never");
        }));
        assertThatThrownBy(() -> qom.newObject("thing")).hasMessage("never");
        assertThat(qom.find("/early")).isNull();
    }

    @Test
    void finalizeHookThatFailsTooRidesAlong() {
        register(Thing.type("thing")
                .instanceInit(thing -> {
                    throw new IllegalStateException("never");
                })
                .instanceFinalize(thing -> {
                    throw new IllegalArgumentException("nor this");
                }));
        assertThatThrownBy(() -> qom.newObject("thing"))
                .hasMessage("never")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("nor this"));
    }

    @Test
    void globalThatTheObjectRefusesEndsIt() {
        List<Thing> made = new ArrayList<>();
        register(logged("thing")
                .classInit(oc -> oc.addBool("flag", null, (Thing t, boolean v) -> {
                    made.add(t);
                    throw new ObjectException("not with me");
                })));
        qom.types().globals().add("thing", "flag", () -> SingleValue.input(true), Origins.API);
        assertThatThrownBy(() -> qom.newObject("thing")).hasMessage("can't apply global thing.flag: not with me");
        assertThat(made.getFirst().isFinalized()).isTrue();
        assertThat(log).containsExactly("thing.init", "thing.post-init", "thing.finalize");
    }

    @Test
    void closedRuntimeMakesNoObjects() {
        register(Thing.type("thing"));
        qom.close();
        assertThatThrownBy(() -> qom.newObject("thing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the runtime is closed: no thing can be made in it");
    }
}
