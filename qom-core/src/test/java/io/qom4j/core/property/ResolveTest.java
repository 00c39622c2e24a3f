// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.PathMatch;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paths that run through a property of any kind, as through a link. */
class ResolveTest {
    private final Qom qom = Qom.builder().build();
    private Thing slot;
    private Thing plugged;

    @BeforeEach
    void makeTree() {
        qom.types().register(Thing.type("thing").build());
        qom.types()
                .register(Thing.type("slot")
                        .classInit(oc -> oc.declare(socket("socket")))
                        .build());
        slot = child(qom.root(), "slot", "slot");
        plugged = child(qom.root(), "card", "thing");
        child(plugged, "port", "thing");
    }

    private static StringProperty.Builder socket(String name) {
        return StringProperty.of(name, (Thing t) -> t.target == null ? "empty" : "taken", null)
                .resolvesTo((Thing t) -> t.target);
    }

    private Thing child(QomObject parent, String name, String type) {
        Thing child = Thing.make(qom, type);
        parent.addChild(name, child);
        child.unref();
        return child;
    }

    @Test
    void absolutePathRunsThrough() {
        slot.target = plugged;
        assertThat(qom.find("/slot/socket")).isSameAs(plugged);
        assertThat(qom.find("/slot/socket/port")).isSameAs(plugged.child("port"));
    }

    @Test
    void partialPathRunsThrough() {
        slot.target = plugged;
        assertThat(qom.find("socket")).isSameAs(plugged);
        assertThat(qom.find("slot/socket/port")).isSameAs(plugged.child("port"));
        assertThat(qom.find("socket/port")).isSameAs(plugged.child("port"));
    }

    @Test
    void relativePathRunsThrough() {
        slot.target = plugged;
        assertThat(qom.tree().resolveFrom(slot, "socket/port")).isSameAs(plugged.child("port"));
    }

    @Test
    void valueIsReadAsBefore() {
        slot.target = plugged;
        assertThat(slot.getString("socket")).isEqualTo("taken");
    }

    @Test
    void propertyThatLeadsNowhereEndsThePath() {
        assertThat(qom.find("/slot/socket")).isNull();
        assertThat(qom.find("socket")).isNull();
    }

    @Test
    void sameObjectFromTwoStartingPointsIsAmbiguous() {
        slot.target = plugged;
        child(qom.root(), "slot2", "slot").target = plugged;
        assertThat(qom.tree().match("socket")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(qom.find("slot2/socket")).isSameAs(plugged);
    }

    @Test
    void ownPropertyOfAnObjectLeadsOnUntilItIsRemoved() {
        plugged.target = slot;
        plugged.addProperty(socket("back"));
        assertThat(qom.find("/card/back")).isSameAs(slot);
        assertThat(qom.find("back")).isSameAs(slot);
        plugged.removeProperty("back");
        assertThat(qom.find("/card/back")).isNull();
        assertThat(qom.find("back")).isNull();
    }

    @Test
    void ownPropertyOfAnObjectThatJoinsTheTreeLaterLeadsOn() {
        Thing late = Thing.make(qom, "thing");
        late.target = plugged;
        late.addProperty(socket("back"));
        assertThat(qom.find("back")).isNull();
        qom.root().addChild("late", late);
        assertThat(qom.find("back")).isSameAs(plugged);
        late.unparent();
        assertThat(qom.find("back")).isNull();
    }

    @Test
    void aliasAndFormerNameLeadWhereThePropertyLeads() {
        slot.target = plugged;
        Thing front = child(qom.root(), "front", "thing");
        front.addProperty(AliasProperty.of("panel", slot, slot.property("socket")));
        slot.addProperty(RenamedProperty.of("hole", slot.property("socket")));
        assertThat(qom.find("/front/panel/port")).isSameAs(plugged.child("port"));
        assertThat(qom.find("panel")).isSameAs(plugged);
        assertThat(qom.find("/slot/hole")).isSameAs(plugged);
        assertThat(qom.find("hole/port")).isSameAs(plugged.child("port"));
    }

    @Test
    void pathDoesNotLeadToAnObjectThatHasEnded() {
        slot.target = Thing.make(qom, "thing");
        slot.target.unref();
        assertThat(qom.find("/slot/socket")).isNull();
    }

    @Test
    void onlyObjectsOfTheWantedTypeCount() {
        slot.target = plugged;
        assertThat(qom.tree().match("socket", "thing")).isInstanceOf(PathMatch.Found.class);
        assertThat(qom.tree().match("socket", "slot")).isInstanceOf(PathMatch.NotFound.class);
    }

    @Test
    void linkThatWouldLeadElsewhereIsRefused() {
        LinkProperty.Builder<Thing> link = LinkProperty.of(
                "to", "thing", Thing.class, (Thing t) -> t.target, (Thing t, @Nullable Thing v) -> t.target = v);
        assertThatThrownBy(() -> link.resolvesTo((Thing t) -> t.other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property 'to' leads to its own target: it cannot resolve to something else");
    }
}
