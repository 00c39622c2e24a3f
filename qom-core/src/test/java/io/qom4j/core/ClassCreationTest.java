// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.TypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClassCreationTest {
    private static final ClassKey<String> COLOUR = ClassKey.of("colour", String.class);
    private static final ClassKey<Integer> SIZE = ClassKey.of("size", Integer.class);

    private final Qom qom = Qom.builder().build();
    private final TypeRegistry types = qom.types();
    private final List<String> log = new ArrayList<>();

    private TypeInfo.Builder<Thing> logged(String name) {
        return Thing.type(name)
                .classInit(oc -> log.add(name + ".init(" + oc.name() + ")"))
                .classBaseInit(oc -> log.add(name + ".base(" + oc.name() + ")"));
    }

    private TypeInfo.InterfaceBuilder loggedInterface(String name) {
        return TypeInfo.ofInterface(name)
                .classInit(ic -> log.add(name + ".init(" + ic.name() + ")"))
                .classBaseInit(ic -> log.add(name + ".base(" + ic.name() + ")"));
    }

    private void registerLine() {
        types.register(logged("grandmother").build());
        types.register(logged("mother").parent("grandmother").build());
        types.register(logged("child").parent("mother").build());
    }

    @Test
    void registeringMakesNoClass() {
        registerLine();
        assertThat(log).isEmpty();
    }

    @Test
    void ancestorsClassesAreMadeFirstAndBaseHooksRunNearestAncestorFirst() {
        registerLine();
        types.get("child");
        assertThat(log)
                .containsExactly(
                        "grandmother.init(grandmother)",
                        "grandmother.base(mother)",
                        "mother.init(mother)",
                        "mother.base(child)",
                        "grandmother.base(child)",
                        "child.init(child)");
    }

    @Test
    void hooksRunOnceForEachClass() {
        registerLine();
        types.get("child");
        log.clear();
        types.get("child");
        types.get("mother");
        qom.newObject("child").unref();
        assertThat(log).isEmpty();
    }

    @Test
    void lookUpByNameListingAndMakingAnObjectEachMakeTheClass() {
        registerLine();
        types.find("grandmother");
        qom.newObject("mother").unref();
        types.list(null, false);
        assertThat(log).contains("grandmother.init(grandmother)", "mother.init(mother)", "child.init(child)");
    }

    @Test
    void interfacesOfAClassAreMadeBeforeItsHooks() {
        types.register(loggedInterface("drawable").build());
        types.register(logged("mother").interfaces("drawable").build());
        types.get("mother");
        assertThat(log)
                .containsExactly("drawable.init(drawable)", "drawable.base(mother::drawable)", "mother.init(mother)");
    }

    @Test
    void inheritedInterfacesAreCopiedBeforeListedOnes() {
        types.register(loggedInterface("drawable").build());
        types.register(loggedInterface("movable").build());
        types.register(Thing.type("mother").interfaces("drawable").build());
        types.register(logged("child").parent("mother").interfaces("movable").build());
        types.get("mother");
        log.clear();
        types.get("child");
        assertThat(log)
                .containsExactly(
                        "drawable.base(child::drawable)",
                        "movable.init(movable)",
                        "movable.base(child::movable)",
                        "child.init(child)");
    }

    @Test
    void baseHooksOfExtendedInterfacesRunNearestFirst() {
        types.register(loggedInterface("drawable").build());
        types.register(loggedInterface("paintable").parent("drawable").build());
        types.register(Thing.type("wall").interfaces("paintable").build());
        types.get("wall");
        assertThat(log)
                .containsExactly(
                        "drawable.init(drawable)",
                        "drawable.base(paintable)",
                        "paintable.init(paintable)",
                        "paintable.base(wall::paintable)",
                        "drawable.base(wall::paintable)");
    }

    @Test
    void hooksAreGivenTheDataOfTheTypeWhoseClassIsMade() {
        List<Object> seen = new ArrayList<>();
        types.register(Thing.type("mother")
                .classData("mother's")
                .classBaseInit(oc -> seen.add(oc.type().classData()))
                .build());
        types.register(Thing.type("child").parent("mother").classData("child's").build());
        types.get("child");
        assertThat(seen).containsExactly("child's");
    }

    @Test
    void classDataIsInheritedByValueAndOverridden() {
        types.register(Thing.type("mother")
                .classInit(oc -> {
                    oc.put(COLOUR, "red");
                    oc.put(SIZE, 1);
                })
                .build());
        types.register(Thing.type("child")
                .parent("mother")
                .classInit(oc -> oc.put(COLOUR, "blue"))
                .build());
        assertThat(types.get("child").get(COLOUR)).isEqualTo("blue");
        assertThat(types.get("child").get(SIZE)).isEqualTo(1);
        assertThat(types.get("mother").get(COLOUR)).isEqualTo("red");
    }

    @Test
    void baseHookSeesInheritedDataAndTheClassesOwnHookHasTheLastWord() {
        types.register(Thing.type("mother")
                .classInit(oc -> oc.put(COLOUR, "red"))
                .classBaseInit(oc -> oc.put(COLOUR, oc.get(COLOUR) + "dish"))
                .build());
        types.register(Thing.type("child").parent("mother").build());
        types.register(Thing.type("rebel")
                .parent("mother")
                .classInit(oc -> oc.put(COLOUR, oc.get(COLOUR) + " green"))
                .build());
        assertThat(types.get("child").get(COLOUR)).isEqualTo("reddish");
        assertThat(types.get("rebel").get(COLOUR)).isEqualTo("reddish green");
    }

    @Test
    void dataThatNobodyPutIsNull() {
        assertThat(types.get("container").get(COLOUR)).isNull();
    }

    @Test
    void completeClassDoesNotChange() {
        types.register(Thing.type("thing").build());
        ObjectClass thing = types.get("thing");
        assertThatThrownBy(() -> thing.put(COLOUR, "red"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("class 'thing' is complete: data 'colour' is put in its class_init");
        assertThatThrownBy(() -> thing.addBool("flag", (Thing t) -> t.flag, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("class 'thing' is complete: property 'flag' is declared in its class_init");
    }

    @Test
    void hookThatAsksForItsOwnClassGetsIt() {
        List<ObjectClass> seen = new ArrayList<>();
        types.register(Thing.type("thing")
                .classInit(oc -> seen.add(types.get("thing")))
                .build());
        assertThat(types.get("thing")).isSameAs(seen.getFirst());
    }

    @Test
    void hookOfAnInterfaceRunsTooEarlyToAskForTheClass() {
        types.register(TypeInfo.ofInterface("drawable")
                .classBaseInit(ic -> types.get("thing"))
                .build());
        types.register(Thing.type("thing").interfaces("drawable").build());
        assertThatThrownBy(() -> types.get("thing"))
                .isInstanceOf(TypeException.class)
                .hasMessage("class 'thing' is asked for while its interfaces are made");
    }

    @Test
    void objectOfAClassThatIsBeingMadeIsRefused() {
        types.register(Thing.type("thing").classInit(oc -> oc.newObject()).build());
        assertThatThrownBy(() -> types.get("thing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("class 'thing' is not complete: make objects after its class_init");
    }

    @Test
    void hookThatThrowsLeavesNoClassAndTheNextAskTriesAgain() {
        AtomicInteger tries = new AtomicInteger();
        types.register(Thing.type("mother").classInit(oc -> log.add("mother")).build());
        types.register(Thing.type("child")
                .parent("mother")
                .classInit(oc -> {
                    oc.addBool("flag", (Thing t) -> t.flag, null);
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                })
                .build());
        assertThatThrownBy(() -> types.get("child")).hasMessage("not yet");
        assertThat(types.get("child").findProperty("flag")).isNotNull();
        assertThat(types.get("child").properties()).hasSize(2);
        assertThat(log).containsExactly("mother");
    }

    @Test
    void interfaceHookThatThrowsLeavesNoClassAndTheNextAskTriesAgain() {
        AtomicInteger tries = new AtomicInteger();
        types.register(TypeInfo.ofInterface("drawable")
                .classInit(ic -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                })
                .build());
        types.register(Thing.type("thing").interfaces("drawable").build());
        assertThatThrownBy(() -> types.get("thing")).hasMessage("not yet");
        assertThat(types.get("thing").isA("drawable")).isTrue();
    }

    @Test
    void baseHookThatThrowsLeavesTheParentsClassUsable() {
        types.register(Thing.type("mother")
                .classBaseInit(oc -> {
                    throw new IllegalStateException("no children");
                })
                .build());
        types.register(Thing.type("child").parent("mother").build());
        assertThatThrownBy(() -> types.get("child")).hasMessage("no children");
        assertThat(qom.newObject("mother").typeName()).isEqualTo("mother");
    }

    @Test
    void hookMayUseWhatNeedsTheWriterLock() {
        types.register(Thing.type("part").build());
        types.register(Thing.type("thing")
                .classInit(oc -> {
                    QomObject prototype = qom.newObject("part");
                    qom.tree().container("prototypes").addChild("part", prototype);
                    prototype.unref();
                })
                .build());
        types.get("thing");
        assertThat(qom.find("/prototypes/part")).isNotNull();
    }
}
