// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.LinkProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    private final Qom qom = Qom.builder().build();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void registerTypes() {
        register(Thing.type("thing")
                .classInit(oc -> {
                    oc.addString("text", (Thing t) -> t.text, (Thing t, String v) -> t.text = v);
                    oc.addLink(
                            "target",
                            "thing",
                            Thing.class,
                            (Thing t) -> t.target,
                            (Thing t, @Nullable Thing v) -> t.target = v);
                })
                .instanceFinalize(thing -> log.add(thing.text)));
    }

    private void register(TypeInfo.Builder<Thing> type) {
        qom.types().register(type.build());
    }

    private Thing thing(String name) {
        Thing thing = Thing.make(qom, "thing");
        thing.text = name;
        return thing;
    }

    private Thing child(QomObject parent, String name) {
        Thing child = thing(name);
        parent.addChild(name, child);
        child.unref();
        return child;
    }

    @Test
    void lastReferenceEndsTheObject() {
        Thing thing = thing("a");
        assertThat(thing.ref()).isSameAs(thing);
        thing.unref();
        assertThat(thing.isFinalized()).isFalse();
        thing.unref();
        assertThat(thing.isFinalized()).isTrue();
        assertThat(thing.references()).isZero();
    }

    @Test
    void finalizeHooksRunOwnTypeFirstRootLast() {
        register(Thing.type("child").parent("thing").instanceFinalize(thing -> log.add("child")));
        register(Thing.type("grandchild").parent("child").instanceFinalize(thing -> log.add("grandchild")));
        Thing thing = Thing.make(qom, "grandchild");
        thing.text = "thing";
        thing.unref();
        assertThat(log).containsExactly("grandchild", "child", "thing");
    }

    @Test
    void childrenEndBeforeTheirParentTheLastAddedFirst() {
        Thing parent = thing("parent");
        child(parent, "first");
        child(child(parent, "second"), "inner");
        child(parent, "third");
        parent.unref();
        assertThat(log).containsExactly("third", "inner", "second", "first", "parent");
    }

    @Test
    void finalizeHookSeesNeitherChildrenNorLinks() {
        register(Thing.type("watcher")
                .parent("thing")
                .instanceFinalize(thing -> log.add(thing.children() + " " + thing.target)));
        Thing watcher = Thing.make(qom, "watcher");
        child(watcher, "part");
        watcher.setLink("target", thing("target"));
        watcher.unref();
        assertThat(log).contains("[] null");
    }

    @Test
    void strongLinkIsLetGoBeforeTheFinalizeHook() {
        Thing owner = thing("owner");
        Thing target = thing("target");
        owner.setLink("target", target);
        target.unref();
        owner.unref();
        assertThat(log).containsExactly("target", "owner");
    }

    @Test
    void endedObjectCannotBeReferencedAgain() {
        Thing thing = thing("a");
        thing.unref();
        assertThatThrownBy(thing::ref)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("(thing outside the tree) has ended and cannot be referenced again");
    }

    @Test
    void objectCannotBeResurrectedFromItsFinalizeHook() {
        List<Throwable> refused = new ArrayList<>();
        register(Thing.type("phoenix").instanceFinalize(thing -> {
            try {
                thing.ref();
            } catch (IllegalStateException e) {
                refused.add(e);
            }
        }));
        Thing phoenix = Thing.make(qom, "phoenix");
        phoenix.unref();
        assertThat(refused).hasSize(1);
        assertThat(phoenix.references()).isZero();
    }

    @Test
    void objectCannotJoinTheTreeFromItsFinalizeHook() {
        register(Thing.type("phoenix").instanceFinalize(thing -> qom.root().addChild("phoenix", thing)));
        Thing phoenix = Thing.make(qom, "phoenix");
        assertThatThrownBy(phoenix::unref)
                .isInstanceOf(ObjectException.class)
                .hasMessage("(phoenix outside the tree) has ended: it cannot be owned, nor own anything");
        assertThat(qom.find("/phoenix")).isNull();
    }

    @Test
    void droppingMoreReferencesThanWereTakenIsRefused() {
        Thing thing = thing("a");
        thing.unref();
        assertThatThrownBy(thing::unref)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more references were dropped than taken");
        assertThat(log).containsExactly("a");
    }

    @Test
    void endingObjectTakesNoNewChild() {
        Thing parent = thing("parent");
        Thing first = child(parent, "first");
        first.onUnparent = () -> parent.addChild("late", thing("late"));
        assertThatThrownBy(parent::unref)
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("has ended: it cannot be owned, nor own anything");
        assertThat(log).containsExactly("first", "parent");
    }

    @Test
    void endingObjectTakesNoNewProperty() {
        Thing parent = thing("parent");
        child(parent, "first").onUnparent =
                () -> parent.addProperty(BoolProperty.of("late", (Thing t) -> t.flag, null));
        assertThatThrownBy(parent::unref).isInstanceOf(PropertyException.class);
        assertThat(parent.isFinalized()).isTrue();
    }

    @Test
    void failuresOfHooksAreCollectedAndNothingIsLeftOut() {
        register(Thing.type("bad").parent("thing").instanceFinalize(thing -> {
            throw new IllegalStateException("bad end");
        }));
        Thing parent = Thing.make(qom, "bad");
        parent.text = "parent";
        child(parent, "first").onUnparent = () -> {
            throw new IllegalStateException("bad leave");
        };
        child(parent, "second");
        assertThatThrownBy(parent::unref)
                .hasMessage("bad leave")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("bad end"));
        assertThat(log).containsExactly("second", "first", "parent");
    }

    @Test
    void linkThatRefusesToBeClearedIsLetGoAllTheSame() {
        Thing owner = thing("owner");
        Thing target = thing("target");
        owner.target = target;
        owner.addProperty(
                LinkProperty.of("stubborn", "thing", Thing.class, (Thing t) -> target, (Thing t, @Nullable Thing v) -> {
                    throw new IllegalStateException("stuck");
                }));
        owner.target = null;
        assertThatThrownBy(owner::unref).hasMessage("stuck");
        assertThat(log).containsExactly("target", "owner");
    }

    @Test
    void unparentHookRunsWhileTheObjectIsStillInItsPlace() {
        Thing child = child(qom.root(), "child");
        child.onUnparent = () -> log.add(child.canonicalPath() + " " + (qom.find("/child") == child));
        child.unparent();
        assertThat(log).containsExactly("/child true", "child");
    }

    @Test
    void unparentHookThatUnparentsItselfRunsOnce() {
        Thing child = child(qom.root(), "child");
        child.onUnparent = () -> {
            log.add("leaving");
            child.unparent();
        };
        child.unparent();
        assertThat(log).containsExactly("leaving", "child");
        assertThat(qom.find("/child")).isNull();
    }

    @Test
    void unparentHookThatRemovesTheParentIsSurvived() {
        Thing parent = child(qom.root(), "parent");
        Thing child = child(parent, "child");
        child.onUnparent = parent::unparent;
        child.unparent();
        assertThat(log).containsExactly("child", "parent");
    }

    @Test
    void unparentHookThatRemovesItsSiblingsIsSurvived() {
        Thing parent = thing("parent");
        Thing first = child(parent, "first");
        child(parent, "second").onUnparent = first::unparent;
        parent.unref();
        assertThat(log).containsExactly("first", "second", "parent");
    }

    @Test
    void unparentHookThatThrowsDoesNotKeepTheObjectInTheTree() {
        Thing child = child(qom.root(), "child");
        child.onUnparent = () -> {
            throw new IllegalStateException("bad leave");
        };
        assertThatThrownBy(child::unparent).hasMessage("bad leave");
        assertThat(qom.find("/child")).isNull();
        assertThat(child.isFinalized()).isTrue();
    }

    @Test
    void objectsThatCutEachOtherLooseWhileLeavingAllEnd() {
        Thing device = child(qom.root(), "device");
        Thing bus = child(device, "bus");
        Thing backend = child(bus, "backend");
        device.addProperty(LinkProperty.of("backend", "thing", Thing.class, (Thing t) -> bus.target, (t, v) -> {})
                .weak());
        device.onUnparent = bus::unparent;
        bus.onUnparent = () -> {
            device.removeProperty("backend");
            backend.unparent();
        };
        device.unparent();
        assertThat(log).containsExactly("backend", "bus", "device");
    }

    @Test
    void unparentWithoutAParentDoesNothing() {
        Thing thing = thing("a");
        thing.unparent();
        assertThat(thing.references()).isEqualTo(1);
    }

    @Test
    void objectThatSomebodyHoldsOutlivesItsPlaceInTheTree() {
        Thing held = child(qom.tree().container("objects"), "m0");
        Thing holder = child(qom.root(), "machine");
        holder.setLink("target", held);
        held.unparent();
        assertThat(held.isFinalized()).isFalse();
        assertThat(held.canonicalPath()).isNull();
        assertThat(holder.getString("target")).isEmpty();
        assertThat(qom.find("/machine/target")).isSameAs(held);
        assertThat(held).hasToString("(thing outside the tree)");
    }

    @Test
    void nameOfARemovedObjectCanBeUsedAgain() {
        Thing held = child(qom.root(), "m0");
        held.ref();
        held.unparent();
        Thing next = child(qom.root(), "m0");
        assertThat(qom.find("/m0")).isSameAs(next);
        held.unref();
        assertThat(qom.find("/m0")).isSameAs(next);
    }

    @Test
    void parentThatEndsLeavesAHeldChildOutsideTheTree() {
        Thing parent = child(qom.root(), "parent");
        Thing child = child(parent, "child");
        child.ref();
        parent.unparent();
        assertThat(child.isFinalized()).isFalse();
        assertThat(child.parent()).isNull();
        qom.root().addChild("child", child);
        assertThat(child.canonicalPath()).isEqualTo("/child");
    }

    @Test
    void deepTreeEnds() {
        Thing top = thing("top");
        Thing at = top;
        for (int i = 0; i < 5000; i++) {
            at = child(at, "x");
        }
        top.unref();
        assertThat(log).hasSize(5001).last().isEqualTo("top");
    }

    @Test
    void closedRuntimeEndsItsObjectsTheLastMadeFirst() {
        child(qom.root(), "first");
        child(qom.root(), "second");
        qom.close();
        assertThat(log).containsExactly("second", "first");
        assertThat(qom.root().isFinalized()).isTrue();
    }

    @Test
    void closingAgainDoesNothing() {
        qom.close();
        qom.close();
        assertThat(qom.isClosed()).isTrue();
    }

    @Test
    void objectHeldOverTheEndOfItsRuntimeEndsLater() {
        Thing held = child(qom.root(), "held");
        held.ref();
        qom.close();
        assertThat(held.isFinalized()).isFalse();
        held.unref();
        assertThat(log).containsExactly("held");
    }
}
