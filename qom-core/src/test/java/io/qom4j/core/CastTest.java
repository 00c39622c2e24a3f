// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CastTest {
    private final Qom qom = Qom.builder().build();
    private QomObject child;

    @BeforeEach
    void makeChild() {
        qom.types().register(TypeInfo.ofInterface("drawable").build());
        qom.types()
                .register(TypeInfo.ofInterface("paintable").parent("drawable").build());
        qom.types().register(Thing.type("mother").interfaces("paintable").build());
        qom.types().register(Thing.type("child").parent("mother").build());
        qom.types().register(Thing.type("stranger").build());
        child = qom.newObject("child");
    }

    @Test
    void objectIsOfItsTypeItsAncestorsAndTheirInterfaces() {
        assertThat(new String[] {"child", "mother", "object", "paintable", "drawable", "interface"})
                .allMatch(child::isA);
    }

    @Test
    void objectIsNotOfAnythingElse() {
        assertThat(new String[] {"stranger", "container", "nope", ""}).noneMatch(child::isA);
        assertThat(qom.newObject("mother").isA("child")).isFalse();
    }

    @Test
    void castByNameReturnsTheSameObject() {
        assertThat(child.as("mother")).isSameAs(child);
        assertThat(child.as("drawable")).isSameAs(child);
    }

    @Test
    void castByNameIsRefused() {
        assertThatThrownBy(() -> child.as("stranger"))
                .isInstanceOf(ObjectException.class)
                .hasMessage("Object (child outside the tree) is not an instance of type stranger");
    }

    @Test
    void castByClassReturnsTheSameObject() {
        assertThat(child.as(Thing.class)).isSameAs(child);
        assertThat(child.as(UserCreatable.class)).isSameAs(child);
    }

    @Test
    void castByClassIsRefused() {
        assertThatThrownBy(() -> child.as(Container.class))
                .isInstanceOf(ObjectException.class)
                .hasMessage("Object (child outside the tree) is not an instance of Container");
    }

    @Test
    void classDescendsFromItselfAndItsAncestors() {
        ObjectClass mother = qom.types().get("mother");
        assertThat(child.objectClass().isA(mother)).isTrue();
        assertThat(mother.isA(mother)).isTrue();
        assertThat(mother.isA(child.objectClass())).isFalse();
        assertThat(qom.types().get("stranger").isA(mother)).isFalse();
    }

    @Test
    void classOfAnotherRuntimeIsNoAncestor() {
        Qom other = Qom.builder().build();
        assertThat(child.objectClass().isA(other.types().get("object"))).isFalse();
    }

    @Test
    void typedMakingReturnsTheJavaClass() {
        assertThat(qom.newObject("child", Thing.class).number).isZero();
        assertThatThrownBy(() -> qom.newObject("container", Thing.class))
                .isInstanceOf(ObjectException.class)
                .hasMessage("objects of type 'container' are not of class Thing");
    }

    @Test
    void objectMadeWithNewAloneIsRefused() {
        Thing bare = new Thing();
        assertThatThrownBy(bare::typeName)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no class yet: make objects with Qom.newObject");
        assertThat(bare).hasToString("Thing without a class");
    }
}
