// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.Thing;
import io.qom4j.core.error.PropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a property does for its object when it goes: removed from the object, or with it. */
class ReleaseTest {
    private final Qom qom = Qom.builder().build();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void registerThing() {
        qom.types()
                .register(Thing.type("thing")
                        .instanceFinalize(thing -> log.add("end of " + thing.text))
                        .build());
    }

    private Thing thing() {
        Thing thing = Thing.make(qom, "thing");
        thing.text = "thing";
        return thing;
    }

    private BoolProperty.Builder flag(String name) {
        return BoolProperty.of(name, (Thing t) -> t.flag, (Thing t, boolean v) -> t.flag = v);
    }

    private BoolProperty.Builder logging(String name) {
        return flag(name).onRelease((Thing t) -> log.add(name));
    }

    private void registerClass(String type, String parent, Consumer<ObjectClass> classInit) {
        qom.types()
                .register(Thing.type(type).parent(parent).classInit(classInit).build());
    }

    @Test
    void removedPropertyIsReleasedAtOnce() {
        Thing thing = thing();
        thing.addProperty(logging("busy"));
        thing.removeProperty("busy");
        assertThat(log).containsExactly("busy");
    }

    @Test
    void removedPropertyIsNotReleasedAgainWhenItsObjectEnds() {
        Thing thing = thing();
        thing.addProperty(logging("busy"));
        thing.removeProperty("busy");
        thing.unref();
        assertThat(log).containsExactly("busy", "end of thing");
    }

    @Test
    void callbackIsGivenTheObject() {
        Thing thing = thing();
        thing.addProperty(flag("busy").onRelease((Thing t) -> log.add(t == thing ? "same" : "other")));
        thing.unref();
        assertThat(log).first().isEqualTo("same");
    }

    @Test
    void ownPropertiesGoTheLastFirstThenThoseOfTheClassesUpwardsThenTheHooksRun() {
        registerClass("base", "thing", oc -> {
            oc.declare(logging("base-1"));
            oc.declare(logging("base-2"));
        });
        registerClass("derived", "base", oc -> oc.declare(logging("derived-1")));
        Thing thing = Thing.make(qom, "derived");
        thing.text = "thing";
        thing.addProperty(logging("own-1"));
        Thing child = thing();
        child.text = "child";
        thing.addChild("child", child);
        child.unref();
        thing.addProperty(logging("own-2"));
        thing.unref();
        assertThat(log)
                .containsExactly("own-2", "end of child", "own-1", "derived-1", "base-2", "base-1", "end of thing");
    }

    @Test
    void propertyOfAClassIsReleasedForEachObjectByItself() {
        registerClass("base", "thing", oc -> oc.declare(flag("busy").onRelease((Thing t) -> log.add("" + t.number))));
        Thing first = Thing.make(qom, "base");
        Thing second = Thing.make(qom, "base");
        first.number = 1;
        second.number = 2;
        second.unref();
        first.unref();
        assertThat(log).containsSubsequence("2", "1").hasSize(4);
    }

    @Test
    void propertyOfAClassIsReleasedWhereAnotherDefaultWasGivenToIt() {
        registerClass("base", "thing", oc -> oc.declare(logging("busy").defaultValue(true)));
        registerClass("derived", "base", oc -> oc.overrideDefault("busy", false));
        Thing.make(qom, "derived").unref();
        assertThat(log).first().isEqualTo("busy");
    }

    @Test
    void failingCallbackKeepsNothingElseFromBeingReleased() {
        registerClass("base", "thing", oc -> {
            oc.declare(logging("quiet"));
            oc.declare(flag("class-bad").onRelease((Thing t) -> {
                throw new IllegalStateException("bad class");
            }));
        });
        Thing thing = Thing.make(qom, "base");
        thing.text = "thing";
        thing.addProperty(logging("first"));
        thing.addProperty(flag("bad").onRelease((Thing t) -> {
            throw new IllegalStateException("bad own");
        }));
        thing.addProperty(logging("last"));
        assertThatThrownBy(thing::unref)
                .hasMessage("bad own")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("bad class"));
        assertThat(log).containsExactly("last", "first", "quiet", "end of thing");
        assertThat(thing.isFinalized()).isTrue();
    }

    @Test
    void failingCallbackDoesNotKeepThePropertyOnItsObject() {
        Thing thing = thing();
        thing.addProperty(flag("bad").onRelease((Thing t) -> {
            throw new IllegalStateException("bad");
        }));
        assertThatThrownBy(() -> thing.removeProperty("bad")).hasMessage("bad");
        assertThat(thing.findProperty("bad")).isNull();
        thing.addProperty(flag("bad"));
    }

    @Test
    void callbackMayRemoveOtherPropertiesOfAnEndingObject() {
        Thing thing = thing();
        thing.addProperty(logging("first"));
        thing.addProperty(logging("second"));
        thing.addProperty(flag("last").onRelease((Thing t) -> {
            log.add("last");
            t.removeProperty("first");
        }));
        thing.unref();
        assertThat(log).containsExactly("last", "first", "second", "end of thing");
    }

    @Test
    void callbackMayPutAnotherPropertyInThePlaceOfTheRemovedOne() {
        Thing thing = thing();
        thing.addProperty(logging("other"));
        thing.addProperty(flag("busy").onRelease((Thing t) -> {
            t.removeProperty("other");
            t.addProperty(logging("busy"));
        }));
        thing.removeProperty("busy");
        assertThat(log).containsExactly("other");
        thing.removeProperty("busy");
        assertThat(log).containsExactly("other", "busy");
    }

    @Test
    void callbackThatAddsToAnEndingObjectIsRefusedAndHarmsNobody() {
        Thing thing = thing();
        thing.addProperty(logging("first"));
        thing.addProperty(flag("last").onRelease((Thing t) -> t.addProperty(logging("late"))));
        assertThatThrownBy(thing::unref)
                .isInstanceOf(PropertyException.class)
                .hasMessageEndingWith("has ended: it cannot have another property");
        assertThat(log).containsExactly("first", "end of thing");
    }

    @Test
    void objectWhoseMakingFailedIsReleasedToo() {
        qom.types()
                .register(Thing.type("unborn")
                        .classInit(oc -> oc.declare(logging("busy")))
                        .instanceInit(thing -> {
                            throw new IllegalStateException("unborn");
                        })
                        .build());
        assertThatThrownBy(() -> qom.newObject("unborn")).hasMessage("unborn");
        assertThat(log).containsExactly("busy");
    }

    @Test
    void callbackOfALinkStillSeesTheTarget() {
        Thing thing = thing();
        Thing target = thing();
        target.text = "target";
        thing.addProperty(LinkProperty.of(
                        "to", "thing", Thing.class, (Thing t) -> t.target, (Thing t, @Nullable Thing v) -> t.target = v)
                .onRelease((Thing t) -> log.add("from " + (t.target == target))));
        thing.setLink("to", target);
        target.unref();
        thing.unref();
        assertThat(log).containsExactly("from true", "end of target", "end of thing");
    }

    @Test
    void linkIsLetGoThoughItsCallbackFails() {
        Thing thing = thing();
        Thing target = thing();
        thing.addProperty(LinkProperty.of(
                        "to", "thing", Thing.class, (Thing t) -> t.target, (Thing t, @Nullable Thing v) -> t.target = v)
                .onRelease((Thing t) -> {
                    throw new IllegalStateException("bad");
                }));
        thing.setLink("to", target);
        target.unref();
        assertThatThrownBy(thing::unref).hasMessage("bad");
        assertThat(target.isFinalized()).isTrue();
    }

    @Test
    void aliasAndFormerNameDoNotReleaseWhatTheyStandFor() {
        Thing thing = thing();
        Thing other = thing();
        Property busy = thing.addProperty(logging("busy"));
        other.addProperty(AliasProperty.of("alias", thing, busy));
        thing.addProperty(RenamedProperty.of("former", busy));
        other.removeProperty("alias");
        thing.removeProperty("former");
        assertThat(log).isEmpty();
    }

    @Test
    void chainOfObjectsThatDropEachOtherEndsHoweverLongItIs() {
        registerClass(
                "knot",
                "thing",
                oc -> oc.declare(flag("next").onRelease((Thing t) -> {
                    Thing next = t.target;
                    if (next != null) {
                        next.unref();
                    }
                })));
        Thing at = Thing.make(qom, "knot");
        for (int i = 0; i < 20_000; i++) {
            Thing before = Thing.make(qom, "knot");
            before.target = at;
            at = before;
        }
        at.unref();
        assertThat(log).hasSize(20_001);
    }
}
