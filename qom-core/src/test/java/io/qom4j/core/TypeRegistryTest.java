// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.TypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeRegistryTest {
    private final Qom qom = Qom.builder().build();
    private final TypeRegistry types = qom.types();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "9p",
                "a-b_c.d",
                "X1",
                "memory-backend-ram",
                "1st",
                "Sun-UltraSparc-IIi+",
                "Sun-UltraSparc-I-x+!"
            })
    void legalNameIsRegistered(String name) {
        types.register(Thing.type(name).build());
        assertThat(types.contains(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "0a",
                "-a",
                "_a",
                ".a",
                "a b",
                "a/b",
                "a:b",
                "a+b",
                "Sun-UltraSparc-I+",
                "\u00e4b",
                "a\u00e4"
            })
    void illegalNameIsRefused(String name) {
        assertThatThrownBy(() -> types.register(Thing.type(name).build()))
                .isInstanceOf(TypeException.class)
                .hasMessage("Registering '" + name + "' with illegal type name");
        assertThat(types.contains(name)).isFalse();
    }

    @Test
    void nameIsRegisteredOnce() {
        types.register(Thing.type("thing").build());
        assertThatThrownBy(() -> types.register(Thing.type("thing").build()))
                .isInstanceOf(TypeException.class)
                .hasMessage("Registering `thing' which already exists");
    }

    @Test
    void typesAreRegisteredInAnyOrder() {
        types.register(Thing.type("child").parent("mother").build());
        types.register(Thing.type("mother").build());
        assertThat(types.get("child").parent()).isSameAs(types.get("mother"));
    }

    @Test
    void missingParentIsRefusedWhenTheClassIsNeeded() {
        types.register(Thing.type("orphan").parent("mother").build());
        assertThatThrownBy(() -> types.get("orphan"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Type 'orphan' is missing its parent 'mother'");
    }

    @Test
    void classThatFailedForWantOfItsParentIsMadeOnceTheParentIsThere() {
        types.register(Thing.type("orphan").parent("mother").build());
        assertThatThrownBy(() -> types.get("orphan")).isInstanceOf(TypeException.class);
        types.register(Thing.type("mother").build());
        assertThat(types.get("orphan").parent()).isSameAs(types.get("mother"));
    }

    @Test
    void unknownTypeIsRefusedWithTheNearestName() {
        types.register(Thing.type("iothread").build());
        assertThatThrownBy(() -> types.get("iothraed")).isInstanceOfSatisfying(TypeException.class, e -> {
            assertThat(e).hasMessage("missing object type 'iothraed'");
            assertThat(e.hints()).containsExactly("Did you mean 'iothread'?");
        });
    }

    @Test
    void unknownTypeIsNotFound() {
        assertThat(types.find("nope")).isNull();
    }

    @Test
    void interfaceIsNoTypeOfObjects() {
        assertThat(types.find(UserCreatable.TYPE_NAME)).isNull();
        assertThatThrownBy(() -> types.get(UserCreatable.TYPE_NAME))
                .isInstanceOf(TypeException.class)
                .hasMessage("type 'user-creatable' is an interface, not a type of objects");
    }

    @Test
    void typeOfObjectsIsNoInterface() {
        assertThatThrownBy(() -> types.getInterface("container"))
                .isInstanceOf(TypeException.class)
                .hasMessage("type 'container' is no interface");
    }

    @Test
    void classIsMadeOnce() {
        types.register(Thing.type("thing").build());
        assertThat(types.get("thing")).isSameAs(types.get("thing")).isSameAs(types.find("thing"));
    }

    @Test
    void twoRuntimesDoNotShareClasses() {
        TypeInfo thing = Thing.type("thing").build();
        Qom other = Qom.builder().build();
        types.register(thing);
        other.types().register(thing);
        assertThat(types.get("thing")).isNotSameAs(other.types().get("thing"));
    }

    @Test
    void onlyTheTwoRootsHaveNoParent() {
        assertThat(types.list(null, true))
                .filteredOn(each -> each.type().parent() == null)
                .extracting(QomClass::name)
                .containsExactly("interface", "object");
    }

    @Test
    void listIsSortedWithoutRegardToCase() {
        types.register(Thing.type("Zebra").build());
        types.register(Thing.type("ape").build());
        types.register(Thing.type("Bear").build());
        assertThat(types.list("object", false))
                .extracting(QomClass::name)
                .containsExactly("ape", "Bear", "container", "Zebra");
    }

    @Test
    void listLeavesAbstractTypesOutUnlessAskedFor() {
        types.register(Thing.type("mother").abstractType().build());
        types.register(Thing.type("child").parent("mother").build());
        assertThat(types.list("mother", false)).extracting(QomClass::name).containsExactly("child");
        assertThat(types.list("mother", true)).extracting(QomClass::name).containsExactly("child", "mother");
    }

    @Test
    void listByUnknownTypeIsEmpty() {
        assertThat(types.list("nope", true)).isEmpty();
    }

    @Test
    void listByInterfaceHasTheInterfaceItselfAndEveryImplementer() {
        types.register(TypeInfo.ofInterface("drawable").build());
        types.register(TypeInfo.ofInterface("movable").build());
        types.register(Thing.type("both").interfaces("drawable", "movable").build());
        types.register(Thing.type("heir").parent("both").build());
        types.register(Thing.type("neither").build());
        assertThat(types.list("drawable", true)).extracting(QomClass::name).containsExactly("both", "drawable", "heir");
    }

    @Test
    void listByTheRootInterfaceHasTypesWithSeveralInterfaces() {
        types.register(TypeInfo.ofInterface("drawable").build());
        types.register(TypeInfo.ofInterface("movable").build());
        types.register(Thing.type("both").interfaces("drawable", "movable").build());
        assertThat(types.list(TypeRegistry.INTERFACE, false))
                .extracting(QomClass::name)
                .containsExactly("both");
    }

    @Test
    void copiesOfInterfacesAreInNoList() {
        types.register(Thing.userType("thing").build());
        assertThat(types.list(null, true)).extracting(QomClass::name).noneMatch(name -> name.contains("::"));
    }

    @Test
    void classHookMayRegisterATypeWhileTypesAreListed() {
        types.register(Thing.type("maker")
                .classInit(oc -> types.register(Thing.type("made-meanwhile").build()))
                .build());
        types.list(null, true);
        assertThat(types.list("made-meanwhile", false)).hasSize(1);
    }

    @Test
    void abstractTypeHasNoObjects() {
        types.register(Thing.type("mother").abstractType().build());
        assertThat(types.get("mother").isAbstract()).isTrue();
        assertThatThrownBy(() -> qom.newObject("mother"))
                .isInstanceOf(ObjectException.class)
                .hasMessage("object type 'mother' is abstract");
    }

    @Test
    void typeThatNothingMakesIsAbstract() {
        types.register(TypeInfo.of("bare", Thing.class).build());
        assertThat(types.get("bare").isAbstract()).isTrue();
    }

    @Test
    void typeWithoutAFactoryMakesObjectsAsItsParentDoes() {
        types.register(Thing.type("mother").build());
        types.register(TypeInfo.of("child", Thing.class).parent("mother").build());
        assertThat(qom.newObject("child").typeName()).isEqualTo("child");
    }

    @Test
    void abstractTypeLendsItsFactoryToItsChildren() {
        types.register(Thing.type("mother").abstractType().build());
        types.register(TypeInfo.of("child", Thing.class).parent("mother").build());
        assertThat(qom.newObject("child")).isInstanceOf(Thing.class);
    }

    @Test
    void typeOfAJavaClassThatNothingMakesIsRefused() {
        class Special extends Thing {}
        types.register(Thing.type("mother").build());
        types.register(TypeInfo.of("special", Special.class).parent("mother").build());
        assertThatThrownBy(() -> types.get("special"))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Type 'special': nothing makes objects of class ");
    }

    @Test
    void javaClassMustExtendTheParents() {
        types.register(Thing.type("mother").build());
        types.register(TypeInfo.of("stranger", Container.class)
                .factory(Container::new)
                .parent("mother")
                .build());
        assertThatThrownBy(() -> types.get("stranger"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Type 'stranger': class io.qom4j.core.Container does not extend its parent's,"
                        + " io.qom4j.core.Thing");
    }

    @Test
    void interfaceIsNoParentOfAType() {
        types.register(Thing.type("thing").parent(UserCreatable.TYPE_NAME).build());
        assertThatThrownBy(() -> types.get("thing"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Type 'thing' has the interface 'user-creatable' as its parent");
    }

    @Test
    void typeIsNoParentOfAnInterface() {
        types.register(TypeInfo.ofInterface("drawable").parent("container").build());
        assertThatThrownBy(() -> types.getInterface("drawable"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Interface 'drawable' extends 'container', which is no interface");
    }

    @Test
    void typeThatDescendsFromItselfIsRefused() {
        types.register(Thing.type("hen").parent("egg").build());
        types.register(Thing.type("egg").parent("hen").build());
        assertThatThrownBy(() -> types.get("hen"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Type 'hen' descends from itself");
    }

    @Test
    void interfaceThatExtendsItselfIsRefused() {
        types.register(TypeInfo.ofInterface("loop").parent("loop").build());
        assertThatThrownBy(() -> types.getInterface("loop"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Type 'loop' descends from itself");
    }
}
