// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.PathMatch;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What QEMU's tests/unit/check-qom-proplist.c checks, with types like its own. */
class PropListTest {
    private enum Animal {
        FROG,
        ALLIGATOR,
        PLATYPUS
    }

    /** An object with a property of its own beside those of its class. */
    private static final class Dummy extends Thing {
        private Animal animal = Animal.FROG;

        static void declare(ObjectClass oc) {
            oc.addString("sv", (Dummy d) -> d.text, (Dummy d, String v) -> d.text = v);
            oc.addEnum("av", "DummyAnimal", Animal.class, (Dummy d) -> d.animal, (Dummy d, Animal v) -> d.animal = v);
        }

        void addOwn() {
            addProperty(BoolProperty.of("bv", (Dummy d) -> d.flag, (Dummy d, boolean v) -> d.flag = v));
        }
    }

    private final Qom qom = Qom.builder().build();

    @BeforeEach
    void registerTypes() {
        qom.types()
                .register(TypeInfo.of("qemu-dummy", Dummy.class)
                        .interfaces(UserCreatable.TYPE_NAME)
                        .factory(Dummy::new)
                        .classInit(Dummy::declare)
                        .instanceInit(Dummy::addOwn)
                        .build());
        for (String type : new String[] {"qemu-dummy-dev", "qemu-dummy-bus", "qemu-dummy-backend"}) {
            qom.types().register(Thing.type(type).build());
        }
    }

    @Test
    void objectIsMadeFromAListOfTexts() {
        QomObject made = qom.objects().add("qemu-dummy", "dummy0", "sv=Hiss hiss hiss,av=platypus");
        made.parse("bv", "yes");
        assertThat(qom.resolve("/objects/dummy0")).isSameAs(made);
        assertThat(made.getBool("bv")).isTrue();
        assertThat(made.getString("sv")).isEqualTo("Hiss hiss hiss");
        assertThat(made.getEnum("av", Animal.class)).isEqualTo(Animal.PLATYPUS);
        made.unparent();
        assertThat(made.isFinalized()).isTrue();
    }

    @Test
    void objectIsMadeFromJavaValues() {
        QomObject made = qom.objects().add("qemu-dummy", "dummy0", Map.of("sv", "Hiss", "av", "platypus"));
        assertThat(qom.find("/objects/dummy0")).isSameAs(made);
        assertThat(made.getString("av")).isEqualTo("platypus");
    }

    @Test
    void objectOfACommandLineIsAddedOnceDeletedAndAddedAgain() {
        String options = "sv=Hiss hiss hiss,av=platypus";
        QomObject first = qom.objects().add("qemu-dummy", "dev0", options);
        assertThatThrownBy(() -> qom.objects().add("qemu-dummy", "dev0", options))
                .isInstanceOf(ObjectException.class)
                .hasMessage("attempt to add duplicate property 'dev0' to object (type 'container')");
        assertThat(qom.objects().find("dev0")).isSameAs(first);
        qom.objects().delete("dev0");
        assertThat(qom.find("/objects/dev0")).isNull();
        assertThat(qom.objects().add("qemu-dummy", "dev0", options)).isNotSameAs(first);
    }

    @Test
    void wordThatIsNotInTheSetLeavesNothing() {
        assertThatThrownBy(() -> qom.objects().add("qemu-dummy", "dev0", "av=yeti"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'av' does not accept value 'yeti'");
        assertThat(qom.find("/objects/dev0")).isNull();
    }

    @Test
    void wordIsReadAsItsConstantButNotAsAnotherSets() {
        QomObject dummy = qom.objects().add("qemu-dummy", "dev0", "av=platypus");
        assertThat(dummy.getEnum("av", Animal.class)).isEqualTo(Animal.PLATYPUS);
        assertThatThrownBy(() -> dummy.getEnum("av", Thing.Mode.class))
                .isInstanceOf(ValueException.class)
                .hasMessage("Property av on qemu-dummy is not 'Mode' enum type");
        assertThatThrownBy(() -> dummy.getEnum("iv", Animal.class)).isInstanceOf(PropertyException.class);
    }

    @Test
    void objectHasExactlyItsFourProperties() {
        assertThat(qom.newObject("qemu-dummy").properties())
                .extracting(Property::name)
                .containsExactly("type", "sv", "av", "bv");
    }

    @Test
    void classHasExactlyItsThreeProperties() {
        assertThat(qom.types().get("qemu-dummy").properties())
                .extracting(Property::name)
                .containsExactly("type", "sv", "av");
    }

    @Test
    void tableOfPropertiesMayChangeWhileItsObjectLeaves() {
        Thing dev = Thing.make(qom, "qemu-dummy-dev");
        Thing bus = Thing.make(qom, "qemu-dummy-bus");
        Thing backend = Thing.make(qom, "qemu-dummy-backend");
        dev.addChild("bus", bus);
        bus.addChild("backend", backend);
        dev.addProperty(LinkProperty.of(
                "backend",
                "qemu-dummy-backend",
                Thing.class,
                (Thing t) -> t.target,
                (Thing t, @Nullable Thing v) -> t.target = v));
        dev.setLink("backend", backend);
        dev.onUnparent = bus::unparent;
        bus.onUnparent = () -> {
            dev.removeProperty("backend");
            backend.unparent();
        };
        qom.root().addChild("dev", dev);
        for (Thing each : new Thing[] {dev, bus, backend}) {
            each.unref();
        }
        dev.unparent();
        assertThat(new Thing[] {dev, bus, backend}).allMatch(Thing::isFinalized);
    }

    @Test
    void partialPathIsAmbiguousOrNotAmongObjectsOfAType() {
        QomObject objects = qom.tree().container("objects");
        QomObject cont = qom.newObject("container");
        objects.addChild("cont1", cont);
        QomObject obj1 = qom.newObject("qemu-dummy");
        cont.addChild("obj1", obj1);
        cont.addChild("obj2", qom.newObject("qemu-dummy"));
        objects.addChild("obj2", qom.newObject("qemu-dummy"));
        assertThat(qom.tree().match("", "qemu-dummy")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(qom.tree().match("obj2")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(qom.find("obj2")).isNull();
        assertThat(qom.tree().match("obj1")).isEqualTo(new PathMatch.Found(obj1));
    }
}
