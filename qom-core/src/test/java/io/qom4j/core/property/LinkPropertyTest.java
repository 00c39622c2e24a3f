// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PathException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.LinkType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkPropertyTest {
    private final Qom qom = Qom.builder().build();
    private Thing owner;
    private Thing target;

    @BeforeEach
    void makeThings() {
        qom.types().register(Thing.type("thing").build());
        qom.types().register(Thing.type("other").build());
        owner = Thing.make(qom, "thing");
        target = Thing.make(qom, "thing");
    }

    private static LinkProperty.Builder<Thing> link(String name) {
        return LinkProperty.of(
                name, "thing", Thing.class, (Thing t) -> t.target, (Thing t, @Nullable Thing v) -> t.target = v);
    }

    @Test
    void strongLinkHoldsAReference() {
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        assertThat(target.references()).isEqualTo(2);
        owner.setLink("link", null);
        assertThat(target.references()).isEqualTo(1);
    }

    @Test
    void newTargetIsReferencedBeforeTheFormerIsLetGo() {
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        target.unref();
        owner.setLink("link", target);
        assertThat(target.isFinalized()).isFalse();
        assertThat(target.references()).isEqualTo(1);
    }

    @Test
    void weakLinkHoldsNoReference() {
        owner.addProperty(link("link").weak());
        owner.setLink("link", target);
        assertThat(target.references()).isEqualTo(1);
    }

    @Test
    void weakLinkReadsAsUnsetOnceItsTargetHasEnded() {
        owner.addProperty(link("link").weak());
        owner.setLink("link", target);
        target.unref();
        assertThat(owner.getLink("link")).isNull();
        assertThat(owner.getString("link")).isEmpty();
        assertThat(owner.property("link").resolve(owner)).isNull();
    }

    @Test
    void linkReadsAsTheTargetsPath() {
        owner.addProperty(link("link"));
        assertThat(owner.getString("link")).isEmpty();
        owner.setLink("link", target);
        assertThat(owner.getString("link")).isEmpty();
        qom.root().addChild("there", target);
        assertThat(owner.getString("link")).isEqualTo("/there");
    }

    @Test
    void linkIsSetByAbsoluteOrPartialPathAndClearedByNone() {
        owner.addProperty(link("link"));
        qom.tree().container("objects").addChild("there", target);
        owner.parse("link", "/objects/there");
        assertThat(owner.getLink("link")).isSameAs(target);
        owner.parse("link", "");
        assertThat(owner.getLink("link")).isNull();
        owner.setString("link", "there");
        assertThat(owner.getLink("link")).isSameAs(target);
    }

    @Test
    void targetOutsideTheTreeIsLinkedAllTheSame() {
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        assertThat(owner.getLink("link")).isSameAs(target);
    }

    @Test
    void pathThatLeadsNowhereIsRefused() {
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        assertThatThrownBy(() -> owner.parse("link", "nowhere")).isInstanceOfSatisfying(PathException.class, e -> {
            assertThat(e).hasMessage("Device 'nowhere' not found");
            assertThat(e.errorClass()).isEqualTo(ErrorClass.DEVICE_NOT_FOUND);
        });
        assertThat(owner.getLink("link")).isSameAs(target);
    }

    @Test
    void pathToAnotherTypeIsRefused() {
        owner.addProperty(link("link"));
        qom.root().addChild("there", qom.newObject("other"));
        assertThatThrownBy(() -> owner.parse("link", "/there"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Invalid parameter type for 'link', expected: thing");
        assertThatThrownBy(() -> owner.parse("link", "there"))
                .hasMessage("Invalid parameter type for 'link', expected: thing");
    }

    @Test
    void ambiguousPathIsRefusedWithTheCandidates() {
        owner.addProperty(link("link"));
        qom.tree().container("a").addChild("there", target);
        qom.tree().container("b").addChild("there", qom.newObject("thing"));
        assertThatThrownBy(() -> owner.parse("link", "there")).isInstanceOfSatisfying(PathException.class, e -> {
            assertThat(e).hasMessage("Path 'there' does not uniquely identify an object");
            assertThat(e.hints().getFirst()).contains("/a/there (thing)", "/b/there (thing)");
        });
    }

    @Test
    void pathIsAmbiguousAmongOtherTypesToo() {
        owner.addProperty(link("link"));
        qom.tree().container("a").addChild("there", qom.newObject("other"));
        qom.tree().container("b").addChild("there", qom.newObject("other"));
        assertThatThrownBy(() -> owner.parse("link", "there"))
                .hasMessage("Invalid parameter type for 'link', expected: thing");
    }

    @Test
    void objectsOfOtherTypesDoNotMakeALinksPathAmbiguous() {
        owner.addProperty(link("link"));
        qom.tree().container("a").addChild("there", target);
        qom.tree().container("b").addChild("there", qom.newObject("other"));
        owner.parse("link", "there");
        assertThat(owner.getLink("link")).isSameAs(target);
    }

    @Test
    void targetOfAnotherTypeIsRefused() {
        owner.addProperty(link("link"));
        QomObject other = qom.newObject("other");
        assertThatThrownBy(() -> owner.setLink("link", other))
                .isInstanceOf(ObjectException.class)
                .hasMessage("Property 'thing.link' cannot refer to (other outside the tree): it is no thing");
    }

    @Test
    void targetOfAnotherRuntimeIsRefused() {
        owner.addProperty(link("link"));
        Qom elsewhere = Qom.builder().build();
        elsewhere.types().register(Thing.type("thing").build());
        QomObject stranger = elsewhere.newObject("thing");
        assertThatThrownBy(() -> owner.setLink("link", stranger))
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("it belongs to another runtime");
    }

    @Test
    void targetThatHasEndedIsRefused() {
        owner.addProperty(link("link").weak());
        target.unref();
        assertThatThrownBy(() -> owner.setLink("link", target))
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("it has ended");
    }

    @Test
    void linkOfAnObjectThatHasEndedTakesNoTarget() {
        LinkProperty<?> link = (LinkProperty<?>) owner.addProperty(link("link"));
        owner.unref();
        assertThatThrownBy(() -> link.setUnchecked(owner, target))
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("the link's own object has ended");
        assertThat(target.references()).isEqualTo(1);
        link.setUnchecked(owner, null);
    }

    @Test
    void strongLinkToItsOwnObjectIsRefused() {
        owner.addProperty(link("link"));
        assertThatThrownBy(() -> owner.setLink("link", owner)).hasMessageEndingWith("it would hold itself");
        assertThat(owner.references()).isEqualTo(1);
    }

    @Test
    void strongLinkToAnOwnerIsRefused() {
        target.addChild("part", owner);
        owner.addProperty(link("link"));
        assertThatThrownBy(() -> owner.setLink("link", target)).isInstanceOfSatisfying(ObjectException.class, e -> {
            assertThat(e).hasMessageEndingWith("it holds the object that would hold it");
            assertThat(e.hints()).containsExactly("A weak link refers to it without keeping it alive.");
        });
    }

    @Test
    void weakLinkToAnOwnerIsFine() {
        target.addChild("part", owner);
        owner.addProperty(link("link").weak());
        owner.setLink("link", target);
        assertThat(owner.getLink("link")).isSameAs(target);
    }

    @Test
    void strongLinksThatWouldCloseARingAreRefused() {
        Thing third = Thing.make(qom, "thing");
        for (Thing each : new Thing[] {owner, target, third}) {
            each.addProperty(link("link"));
        }
        owner.setLink("link", target);
        target.setLink("link", third);
        assertThatThrownBy(() -> third.setLink("link", owner))
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("it holds the object that would hold it");
        assertThat(third.target).isNull();
    }

    @Test
    void ownerOfWhatHoldsItIsRefused() {
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        assertThatThrownBy(() -> target.addChild("part", owner))
                .isInstanceOf(ObjectException.class)
                .hasMessage("(thing outside the tree) cannot own (thing outside the tree): it holds the object that"
                        + " would own it");
    }

    @Test
    void linkToAPartIsFine() {
        owner.addChild("part", target);
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        target.unref();
        owner.unref();
        assertThat(target.isFinalized()).isTrue();
    }

    @Test
    void checkMayRefuseATargetAndNothingChanges() {
        owner.addProperty(link("link").check((Thing t, @Nullable Thing v) -> {
            if (v == null) {
                throw new ObjectException("must stay");
            }
        }));
        owner.setLink("link", target);
        assertThatThrownBy(() -> owner.setLink("link", null)).hasMessage("must stay");
        assertThat(owner.getLink("link")).isSameAs(target);
        assertThat(target.references()).isEqualTo(2);
    }

    @Test
    void setterThatThrowsLeavesNoReference() {
        owner.addProperty(
                LinkProperty.of("link", "thing", Thing.class, (Thing t) -> t.target, (Thing t, @Nullable Thing v) -> {
                    throw new IllegalStateException("never");
                }));
        assertThatThrownBy(() -> owner.setLink("link", target)).hasMessage("never");
        assertThat(target.references()).isEqualTo(1);
    }

    @Test
    void constLinkIsReadableOnlyAndHoldsNothing() {
        LinkProperty<?> link = (LinkProperty<?>)
                owner.addProperty(LinkProperty.of("link", "thing", Thing.class, (Thing t) -> target, null));
        assertThat(link.isStrong()).isFalse();
        assertThat(owner.getLink("link")).isSameAs(target);
        assertThatThrownBy(() -> owner.setLink("link", null))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'thing.link' is not writable");
        owner.unref();
        assertThat(target.isFinalized()).isFalse();
    }

    @Test
    void removedLinkLetsItsTargetGo() {
        owner.addProperty(link("link"));
        owner.setLink("link", target);
        target.unref();
        owner.removeProperty("link");
        assertThat(target.isFinalized()).isTrue();
    }

    @Test
    void targetFoundInTheFieldComesWithItsReference() {
        owner.target = target;
        owner.addProperty(link("link"));
        owner.setLink("link", null);
        assertThat(target.isFinalized()).isTrue();
    }

    @Test
    void linkKnowsTheTypeOfItsTarget() {
        Property link = owner.addProperty(link("link"));
        assertThat(link.typeName()).isEqualTo("link<thing>");
        assertThat(link.type()).isEqualTo(new LinkType("thing"));
    }
}
