// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.TypeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterfaceClassTest {
    private static final ClassKey<Integer> TEST = ClassKey.of("test", Integer.class);

    private final Qom qom = Qom.builder().build();
    private final TypeRegistry types = qom.types();

    @BeforeEach
    void registerInterfaces() {
        types.register(TypeInfo.ofInterface("drawable").build());
        types.register(TypeInfo.ofInterface("paintable").parent("drawable").build());
    }

    private ObjectClass register(TypeInfo.Builder<Thing> type) {
        TypeInfo built = type.build();
        types.register(built);
        return types.get(built.name());
    }

    private ObjectClass mother() {
        return register(Thing.type("mother")
                .interfaces("drawable")
                .classInit(oc -> oc.as("drawable").put(TEST, 0xFAFB)));
    }

    @Test
    void classFillsItsOwnCopyOfAnInterface() {
        ObjectClass mother = mother();
        assertThat(mother.as("drawable").get(TEST)).isEqualTo(0xFAFB);
        assertThat(types.getInterface("drawable").get(TEST)).isNull();
    }

    @Test
    void subclassWithoutHooksInheritsTheContentsOfAnInterface() {
        mother();
        assertThat(register(Thing.type("child").parent("mother")).as("drawable").get(TEST))
                .isEqualTo(0xFAFB);
    }

    @Test
    void subclassOverwritesItsOwnCopyWithoutDisturbingItsParents() {
        ObjectClass mother = mother();
        ObjectClass child = register(Thing.type("child")
                .parent("mother")
                .classInit(oc -> oc.as("drawable").put(TEST, 1)));
        assertThat(child.as("drawable").get(TEST)).isEqualTo(1);
        assertThat(mother.as("drawable").get(TEST)).isEqualTo(0xFAFB);
    }

    @Test
    void interfaceListedAgainByASubclassIsThereOnce() {
        mother();
        ObjectClass child = register(Thing.type("child").parent("mother").interfaces("drawable"));
        assertThat(child.interfaces()).extracting(InterfaceClass::name).containsExactly("child::drawable");
        assertThat(child.as("drawable").get(TEST)).isEqualTo(0xFAFB);
    }

    @Test
    void contentsOfAnExtendedInterfaceAreInherited() {
        types.register(
                TypeInfo.ofInterface("sized").classInit(ic -> ic.put(TEST, 7)).build());
        types.register(TypeInfo.ofInterface("resizable").parent("sized").build());
        ObjectClass window = register(Thing.type("window").interfaces("resizable"));
        assertThat(window.as("sized").get(TEST)).isEqualTo(7);
    }

    @Test
    void interfaceBeforeItsExtensionIsThereTwiceAndAmbiguous() {
        ObjectClass wall = register(Thing.type("wall").interfaces("drawable", "paintable"));
        assertThat(wall.interfaces())
                .extracting(InterfaceClass::name)
                .containsExactly("wall::drawable", "wall::paintable");
        assertThatThrownBy(() -> wall.as("drawable"))
                .isInstanceOf(TypeException.class)
                .hasMessage("class 'wall' implements 'drawable' ambiguously, through drawable and paintable");
        assertThat(wall.as("paintable").interfaceName()).isEqualTo("paintable");
    }

    @Test
    void interfaceBehindItsExtensionIsThereOnce() {
        ObjectClass wall = register(Thing.type("wall").interfaces("paintable", "drawable"));
        assertThat(wall.interfaces()).extracting(InterfaceClass::name).containsExactly("wall::paintable");
        assertThat(wall.as("drawable").interfaceName()).isEqualTo("paintable");
    }

    @Test
    void ambiguousInterfaceIsImplementedAllTheSame() {
        assertThat(register(Thing.type("wall").interfaces("drawable", "paintable"))
                        .isA("drawable"))
                .isTrue();
    }

    @Test
    void interfaceThatIsNotImplementedIsRefused() {
        ObjectClass mother = mother();
        assertThatThrownBy(() -> mother.as("paintable"))
                .isInstanceOf(TypeException.class)
                .hasMessage("class 'mother' does not implement 'paintable'");
    }

    @Test
    void missingInterfaceIsRefusedWithTheNameOfTheTypeThatListsIt() {
        types.register(Thing.type("mother").build());
        types.register(Thing.type("child").parent("mother").interfaces("edible").build());
        assertThatThrownBy(() -> types.get("child"))
                .isInstanceOf(TypeException.class)
                .hasMessage("missing interface 'edible' for object 'child'");
    }

    @Test
    void typeOfObjectsIsRefusedAsAnInterface() {
        types.register(Thing.type("child").interfaces("container").build());
        assertThatThrownBy(() -> types.get("child"))
                .isInstanceOf(TypeException.class)
                .hasMessage("missing interface 'container' for object 'child'");
    }

    @Test
    void classMayHaveMoreThan32Interfaces() {
        String[] names = new String[100];
        for (int i = 0; i < names.length; i++) {
            names[i] = "face" + i;
            types.register(TypeInfo.ofInterface(names[i]).build());
        }
        ObjectClass many = register(Thing.type("many").interfaces(names));
        assertThat(many.interfaces()).hasSize(100);
        assertThat(many.isA("face99")).isTrue();
    }

    @Test
    void completeClassesCopyDoesNotChange() {
        ObjectClass mother = mother();
        assertThatThrownBy(() -> mother.as("drawable").put(TEST, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("class 'mother::drawable' is complete");
    }

    @Test
    void copyKnowsTheClassThatItIsFor() {
        assertThat(mother().as("drawable").concrete()).isSameAs(types.get("mother"));
        assertThat(types.getInterface("drawable").concrete()).isNull();
    }

    @Test
    void interfaceIsWhatItExtends() {
        assertThat(types.getInterface("paintable").isA("drawable")).isTrue();
        assertThat(types.getInterface("paintable").isA("interface")).isTrue();
        assertThat(types.getInterface("drawable").isA("paintable")).isFalse();
    }
}
