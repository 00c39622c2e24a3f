// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.TypeException;
import org.junit.jupiter.api.Test;

/** Where properties may be declared, and under which names. */
class DeclarationTest {
    private final Qom qom = Qom.builder().build();

    private void register(TypeInfo.Builder<Thing> type) {
        qom.types().register(type.build());
    }

    private static BoolProperty.Builder flag(String name) {
        return BoolProperty.of(name, (Thing t) -> t.flag, (Thing t, boolean v) -> t.flag = v);
    }

    private Thing thing() {
        register(Thing.type("thing").classInit(oc -> oc.declare(flag("flag"))));
        return Thing.make(qom, "thing");
    }

    @Test
    void classDeclaresANameOnce() {
        register(Thing.type("thing").classInit(oc -> {
            oc.declare(flag("flag"));
            oc.declare(flag("flag"));
        }));
        assertThatThrownBy(() -> qom.types().get("thing"))
                .isInstanceOf(TypeException.class)
                .hasMessage("attempt to add duplicate property 'flag' to class (type 'thing')");
    }

    @Test
    void classDoesNotDeclareWhatAnAncestorDeclares() {
        thing();
        register(Thing.type("child").parent("thing").classInit(oc -> oc.declare(flag("flag"))));
        assertThatThrownBy(() -> qom.types().get("child"))
                .hasMessage("attempt to add duplicate property 'flag' to class (type 'child')");
    }

    @Test
    void noClassDeclaresAnotherType() {
        register(Thing.type("thing").classInit(oc -> oc.declare(flag("type"))));
        assertThatThrownBy(() -> qom.types().get("thing"))
                .hasMessage("attempt to add duplicate property 'type' to class (type 'thing')");
    }

    @Test
    void siblingsMayDeclareTheSameName() {
        thing();
        register(Thing.type("one").parent("thing").classInit(oc -> oc.declare(flag("own"))));
        register(Thing.type("two").parent("thing").classInit(oc -> oc.declare(flag("own"))));
        assertThat(qom.types().get("one").property("own"))
                .isNotSameAs(qom.types().get("two").property("own"));
    }

    @Test
    void classPropertyIsSharedByAllObjects() {
        Thing one = thing();
        QomObject two = qom.newObject("thing");
        assertThat(one.property("flag")).isSameAs(two.property("flag"));
        one.setBool("flag", true);
        assertThat(two.getBool("flag")).isFalse();
    }

    @Test
    void inheritedPropertyIsTheParentsOwn() {
        Thing thing = thing();
        register(Thing.type("child").parent("thing"));
        assertThat(qom.newObject("child").property("flag")).isSameAs(thing.property("flag"));
        assertThat(qom.types().get("child").property("flag").declaredBy()).isEqualTo("thing");
    }

    @Test
    void singleObjectMayHaveAPropertyOfItsOwn() {
        Thing thing = thing();
        Property busy = thing.addProperty(flag("busy"));
        thing.setBool("busy", true);
        assertThat(thing.flag).isTrue();
        assertThat(busy.declaredBy()).isNull();
        assertThat(thing.property("busy")).isSameAs(busy);
        assertThat(qom.newObject("thing").findProperty("busy")).isNull();
    }

    @Test
    void ownPropertyCannotHideTheClasses() {
        Thing thing = thing();
        assertThatThrownBy(() -> thing.addProperty(flag("flag")))
                .isInstanceOf(PropertyException.class)
                .hasMessage("attempt to add duplicate property 'flag' to object (type 'thing')");
    }

    @Test
    void ownPropertyIsAddedOnce() {
        Thing thing = thing();
        thing.addProperty(flag("busy"));
        assertThatThrownBy(() -> thing.addProperty(flag("busy")))
                .hasMessage("attempt to add duplicate property 'busy' to object (type 'thing')");
    }

    @Test
    void childCannotHaveTheNameOfAProperty() {
        Thing thing = thing();
        assertThatThrownBy(() -> thing.addChild("flag", qom.newObject("thing")))
                .isInstanceOf(ObjectException.class)
                .hasMessage("attempt to add duplicate property 'flag' to object (type 'thing')");
        assertThatThrownBy(() -> qom.root().addChild("type", qom.newObject("thing")))
                .hasMessage("attempt to add duplicate property 'type' to object (type 'container')");
    }

    @Test
    void propertyCannotHaveTheNameOfAChild() {
        Thing thing = thing();
        thing.addChild("part", qom.newObject("thing"));
        assertThatThrownBy(() -> thing.addProperty(flag("part"))).isInstanceOf(PropertyException.class);
    }

    @Test
    void ownPropertyIsRemoved() {
        Thing thing = thing();
        thing.addProperty(flag("busy"));
        thing.removeProperty("busy");
        assertThat(thing.findProperty("busy")).isNull();
        thing.addProperty(flag("busy"));
        assertThat(thing.findProperty("busy")).isNotNull();
    }

    @Test
    void removingAChildAsAPropertyUnparentsIt() {
        Thing thing = thing();
        QomObject part = qom.newObject("thing");
        thing.addChild("part", part);
        thing.removeProperty("part");
        assertThat(part.parent()).isNull();
    }

    @Test
    void classPropertyCannotBeRemovedFromAnObject() {
        Thing thing = thing();
        assertThatThrownBy(() -> thing.removeProperty("flag"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'thing.flag' belongs to the class and cannot be removed");
    }

    @Test
    void removingWhatIsNotThereIsRefused() {
        Thing thing = thing();
        assertThatThrownBy(() -> thing.removeProperty("nope"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'thing.nope' not found");
    }

    @Test
    void objectsPropertiesAreTheClassesAndThenItsOwnInTheOrderOfAdding() {
        Thing thing = thing();
        thing.addChild("zebra", qom.newObject("thing"));
        thing.addProperty(flag("busy"));
        thing.addChild("ape", qom.newObject("thing"));
        assertThat(thing.properties())
                .extracting(Property::name)
                .containsExactly("type", "flag", "zebra", "busy", "ape");
    }

    @Test
    void iterationHasExactlyTheDeclaredProperties() {
        register(Thing.type("dummy").classInit(oc -> {
            oc.addString("sv", (Thing t) -> t.text, (Thing t, String v) -> t.text = v);
            oc.addEnum("av", "Animal", Thing.Mode.class, (Thing t) -> t.mode, (Thing t, Thing.Mode v) -> t.mode = v);
        }));
        QomObject dummy = qom.newObject("dummy");
        dummy.addProperty(flag("bv"));
        assertThat(dummy.objectClass().properties()).extracting(Property::name).containsExactly("type", "sv", "av");
        assertThat(dummy.properties()).extracting(Property::name).containsExactly("type", "sv", "av", "bv");
    }

    @Test
    void arrayNameBecomesTheFirstFreeNumber() {
        Thing thing = thing();
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[0]");
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[1]");
        assertThat(thing.addChild("io[*]", qom.newObject("thing"))).isEqualTo("io[2]");
    }

    @Test
    void freedNumberOfAnArrayNameIsUsedAgain() {
        Thing thing = thing();
        for (int i = 0; i < 4; i++) {
            thing.addProperty(flag("io[*]"));
        }
        thing.removeProperty("io[2]");
        thing.removeProperty("io[1]");
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[1]");
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[2]");
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[4]");
    }

    @Test
    void numberTakenByHandIsPassedOver() {
        Thing thing = thing();
        thing.addProperty(flag("io[1]"));
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[0]");
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[2]");
        thing.removeProperty("io[1]");
        assertThat(thing.addProperty(flag("io[*]")).name()).isEqualTo("io[1]");
    }

    @Test
    void numberOfARefusedAddIsNotLost() {
        Thing thing = thing();
        thing.addChild("io[*]", qom.newObject("thing"));
        QomObject ended = qom.newObject("thing");
        ended.unref();
        assertThatThrownBy(() -> thing.addChild("io[*]", ended)).isInstanceOf(ObjectException.class);
        assertThat(thing.addChild("io[*]", qom.newObject("thing"))).isEqualTo("io[1]");
    }

    @Test
    void stemsOfArrayNamesAreCountedApart() {
        Thing thing = thing();
        thing.addProperty(flag("a[*]"));
        assertThat(thing.addProperty(flag("b[*]")).name()).isEqualTo("b[0]");
        assertThat(thing.addProperty(flag("a[1][*]")).name()).isEqualTo("a[1][0]");
    }

    @Test
    void starElsewhereIsAnOrdinaryName() {
        Thing thing = thing();
        assertThat(thing.addProperty(flag("io[*]x")).name()).isEqualTo("io[*]x");
    }

    @Test
    void moreThan32767ArrayNamesAreGivenOut() {
        Thing thing = thing();
        String last = "";
        for (int i = 0; i < 40_000; i++) {
            QomObject part = qom.newObject("thing");
            last = thing.addChild("part[*]", part);
            part.unref();
        }
        assertThat(last).isEqualTo("part[39999]");
    }

    @Test
    void ownPropertiesThatComeAndGoKeepTheirOriginsApart() {
        Thing thing = thing();
        thing.addProperty(flag("one"));
        thing.setBool("one", true);
        thing.removeProperty("one");
        thing.addProperty(flag("two"));
        assertThat(thing.origin("two")).isSameAs(Origins.UNSET);
        thing.addProperty(flag("three"));
        thing.setBool("three", true);
        assertThat(thing.origin("two")).isSameAs(Origins.UNSET);
        assertThat(thing.origin("three")).isSameAs(Origins.API);
    }

    @Test
    void largeContainerRefusesAnUnknownPropertyWithoutSearchingForNearNames() {
        Thing thing = thing();
        for (int i = 0; i < 1000; i++) {
            thing.addChild("part" + i, qom.newObject("thing"));
        }
        assertThatThrownBy(() -> thing.property("part1000"))
                .isInstanceOfSatisfying(
                        PropertyException.class, e -> assertThat(e.hints()).isEmpty());
    }
}
