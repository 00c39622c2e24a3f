// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTreeTest {
    private final Qom qom = Qom.builder().build();
    private QomObject thing;

    @BeforeEach
    void makeThing() {
        qom.types().register(Thing.type("thing").build());
        thing = qom.newObject("thing");
    }

    @Test
    void rootIsAContainerCalledSlash() {
        assertThat(qom.root().typeName()).isEqualTo("container");
        assertThat(qom.root().canonicalPath()).isEqualTo("/");
        assertThat(qom.root().name()).isNull();
        assertThat(qom.root()).hasToString("/ (container)");
    }

    @Test
    void containerIsMadeOnFirstUse() {
        assertThat(qom.find("/objects")).isNull();
        QomObject made = qom.tree().container("objects");
        assertThat(qom.find("/objects")).isSameAs(made);
        assertThat(qom.tree().container("objects")).isSameAs(made);
        assertThat(made.references()).isEqualTo(1);
    }

    @Test
    void roomForManyChildrenChangesNothingElse() {
        QomObject first = qom.newObject("thing");
        qom.root().addChild("first", first);
        qom.tree().expectChildren(qom.root(), 1000);
        for (int i = 0; i < 2000; i++) {
            QomObject child = qom.newObject("thing");
            qom.root().addChild("t" + i, child);
            child.unref();
        }
        assertThat(qom.root().children()).hasSize(2001).first().isSameAs(first);
        assertThat(qom.find("/first")).isSameAs(first);
        assertThat(qom.find("/t1999")).isSameAs(qom.root().child("t1999")).isNotNull();
        assertThat(qom.find("t77")).isSameAs(qom.root().child("t77")).isNotNull();
    }

    @Test
    void lookingUpMakesNoContainer() {
        assertThat(qom.find("/machine/unattached")).isNull();
        assertThat(qom.root().children()).isEmpty();
    }

    @Test
    void childIsReferencedByItsParent() {
        qom.root().addChild("thing", thing);
        assertThat(thing.references()).isEqualTo(2);
        assertThat(thing.parent()).isSameAs(qom.root());
        assertThat(thing.name()).isEqualTo("thing");
        assertThat(qom.root().child("thing")).isSameAs(thing);
        assertThat(qom.root().children()).containsExactly(thing);
        thing.unparent();
        assertThat(thing.references()).isEqualTo(1);
        assertThat(thing.parent()).isNull();
        assertThat(thing.name()).isNull();
        assertThat(qom.root().child("thing")).isNull();
        assertThat(qom.root().children()).isEmpty();
    }

    @Test
    void childReadsAsItsPathAndIsOfItsConcreteType() {
        qom.root().addChild("thing", thing);
        assertThat(qom.root().getString("thing")).isEqualTo("/thing");
        assertThat(qom.root().property("thing").typeName()).isEqualTo("child<thing>");
        assertThatThrownBy(() -> qom.root().setString("thing", ""))
                .hasMessage("Property 'container.thing' is not writable");
    }

    @Test
    void childrenAreListedInTheOrderOfAdding() {
        for (String name : new String[] {"z", "a", "m"}) {
            qom.root().addChild(name, qom.newObject("thing"));
        }
        assertThat(qom.root().children()).extracting(QomObject::name).containsExactly("z", "a", "m");
        qom.root().child("a").unparent();
        qom.root().addChild("a", thing);
        assertThat(qom.root().children()).extracting(QomObject::name).containsExactly("z", "m", "a");
    }

    @Test
    void objectHasOneParent() {
        qom.root().addChild("thing", thing);
        assertThatThrownBy(() -> qom.root().addChild("again", thing))
                .isInstanceOf(ObjectException.class)
                .hasMessage("/thing (thing) has a parent: unparent it before it is added elsewhere");
        assertThat(thing.references()).isEqualTo(2);
    }

    @Test
    void unparentedObjectCanBeAddedElsewhere() {
        qom.root().addChild("thing", thing);
        thing.unparent();
        qom.tree().container("objects").addChild("other", thing);
        assertThat(thing.canonicalPath()).isEqualTo("/objects/other");
    }

    @Test
    void nameIsTakenOnce() {
        qom.root().addChild("thing", thing);
        QomObject second = qom.newObject("thing");
        assertThatThrownBy(() -> qom.root().addChild("thing", second))
                .isInstanceOf(ObjectException.class)
                .hasMessage("attempt to add duplicate property 'thing' to object (type 'container')");
        assertThat(second.references()).isEqualTo(1);
        assertThat(qom.find("/thing")).isSameAs(thing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/b", "/a"})
    void nameThatNoPathCouldReachIsRefused(String name) {
        assertThatThrownBy(() -> qom.root().addChild(name, thing))
                .isInstanceOf(ObjectException.class)
                .hasMessage("a child cannot be called '" + name + "'");
        assertThat(thing.references()).isEqualTo(1);
    }

    @Test
    void objectCannotOwnItselfOrItsOwner() {
        QomObject part = qom.newObject("thing");
        thing.addChild("part", part);
        assertThatThrownBy(() -> thing.addChild("self", thing))
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("nothing owns itself");
        assertThatThrownBy(() -> part.addChild("whole", thing))
                .isInstanceOf(ObjectException.class)
                .hasMessageEndingWith("it holds the object that would own it");
    }

    @Test
    void rootHasNoOwner() {
        assertThatThrownBy(() -> thing.addChild("root", qom.root()))
                .isInstanceOf(ObjectException.class)
                .hasMessage("the root of the tree cannot be owned");
    }

    @Test
    void objectOfAnotherRuntimeIsRefused() {
        Qom other = Qom.builder().build();
        other.types().register(Thing.type("thing").build());
        QomObject stranger = other.newObject("thing");
        assertThatThrownBy(() -> thing.addChild("stranger", stranger))
                .isInstanceOf(ObjectException.class)
                .hasMessageContaining("belongs to another runtime");
    }

    @Test
    void endedObjectNeitherOwnsNorIsOwned() {
        QomObject ended = qom.newObject("thing");
        ended.unref();
        assertThatThrownBy(() -> thing.addChild("part", ended)).isInstanceOf(ObjectException.class);
        assertThatThrownBy(() -> ended.addChild("part", thing)).isInstanceOf(ObjectException.class);
        assertThat(thing.references()).isEqualTo(1);
    }

    @Test
    void canonicalPathRunsFromTheRoot() {
        QomObject part = qom.newObject("thing");
        thing.addChild("part", part);
        assertThat(part.canonicalPath()).isNull();
        qom.tree().container("objects").addChild("thing", thing);
        assertThat(part.canonicalPath()).isEqualTo("/objects/thing/part");
        thing.unparent();
        assertThat(part.canonicalPath()).isNull();
    }

    @Test
    void subtreeThatJoinsIsFoundWholeAndThatLeavesNotAtAll() {
        QomObject part = qom.newObject("thing");
        thing.addChild("part", part);
        assertThat(qom.find("part")).isNull();
        qom.root().addChild("thing", thing);
        assertThat(qom.find("part")).isSameAs(part);
        assertThat(qom.find("thing/part")).isSameAs(part);
        thing.unparent();
        assertThat(qom.find("part")).isNull();
        assertThat(thing.child("part")).isSameAs(part);
    }

    @Test
    void ancestorsAreToldApartFromOthers() {
        QomObject part = qom.newObject("thing");
        thing.addChild("part", part);
        assertThat(thing.isAncestorOf(part)).isTrue();
        assertThat(part.isAncestorOf(thing)).isFalse();
        assertThat(thing.isAncestorOf(thing)).isFalse();
        assertThat(thing.holds(part)).isTrue();
        assertThat(part.holds(thing)).isFalse();
    }

    @Test
    void manyChildrenComeAndGo() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1000; i++) {
                QomObject child = qom.newObject("thing");
                qom.root().addChild("c" + i, child);
                child.unref();
            }
            assertThat(qom.root().children()).hasSize(1000);
            assertThat(qom.find("/c999")).isNotNull();
            for (int i = 0; i < 1000; i++) {
                qom.root().child("c" + i).unparent();
            }
            assertThat(qom.root().children()).isEmpty();
            assertThat(qom.find("/c999")).isNull();
        }
    }

    @Test
    void namesWhoseHashesCollideAreToldApart() {
        QomObject one = qom.newObject("thing");
        qom.root().addChild("AaAa", thing);
        qom.root().addChild("BBBB", one);
        assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
        assertThat(qom.find("/AaAa")).isSameAs(thing);
        assertThat(qom.find("/BBBB")).isSameAs(one);
        assertThat(qom.find("/AaBB")).isNull();
        thing.unparent();
        assertThat(qom.find("/BBBB")).isSameAs(one);
        assertThat(qom.find("/AaAa")).isNull();
    }

    @Test
    void childrenAreASnapshot() {
        qom.root().addChild("thing", thing);
        var children = qom.root().children();
        thing.unparent();
        assertThat(children).containsExactly(thing);
    }
}
