// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.PathException;
import io.qom4j.core.property.AliasProperty;
import io.qom4j.core.property.LinkProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths over a tree such as QEMU shows: user-made objects, a machine with devices, links between them. */
class PathTest {
    private final Qom qom = Qom.builder().build();
    private final CompositionTree tree = qom.tree();
    private QomObject backend;
    private Thing dimm;

    @BeforeEach
    void makeTree() {
        qom.types().register(Thing.type("backend").build());
        qom.types().register(Thing.type("special-backend").parent("backend").build());
        qom.types()
                .register(Thing.type("device")
                        .classInit(oc -> oc.addLink(
                                "memdev",
                                "backend",
                                Thing.class,
                                (Thing t) -> t.target,
                                (Thing t, @Nullable Thing v) -> t.target = v))
                        .build());
        backend = add(tree.container("objects"), "m0", "backend");
        add(backend, "m0[0]", "container");
        QomObject machine = add(qom.root(), "machine", "container");
        QomObject peripheral = add(machine, "peripheral", "container");
        QomObject unattached = add(machine, "unattached", "container");
        QomObject anonymous = add(machine, "peripheral-anon", "container");
        dimm = (Thing) add(peripheral, "dimm0", "device");
        dimm.setLink("memdev", backend);
        add(unattached, "device[0]", "device");
        add(unattached, "device[1]", "device");
        add(anonymous, "device[0]", "device");
    }

    private QomObject add(QomObject parent, String name, String type) {
        QomObject made = qom.newObject(type);
        parent.addChild(name, made);
        made.unref();
        return made;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objects/m0",
                "//objects//m0",
                "/objects/m0/",
                "///objects/m0///",
                "m0",
                "m0/",
                "objects/m0",
                "objects//m0/"
            })
    void backendIsFoundBy(String path) {
        assertThat(qom.find(path)).isSameAs(backend);
    }

    @ParameterizedTest
    @CsvSource({
        "/,/",
        "//,/",
        "objects,/objects",
        "objects/,/objects",
        "machine/unattached,/machine/unattached",
        "unattached,/machine/unattached",
        "m0[0],/objects/m0/m0[0]",
        "m0/m0[0],/objects/m0/m0[0]",
        "unattached/device[0],/machine/unattached/device[0]",
        "device[1],/machine/unattached/device[1]",
        "peripheral-anon/device[0],/machine/peripheral-anon/device[0]",
        "dimm0/memdev,/objects/m0",
        "/machine/peripheral/dimm0/memdev,/objects/m0",
        "dimm0/memdev/m0[0],/objects/m0/m0[0]",
        "peripheral/dimm0/memdev,/objects/m0"
    })
    void pathLeadsTo(String path, String canonical) {
        QomObject found = qom.find(path);
        assertThat(found).isNotNull();
        assertThat(found.canonicalPath()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objects/m0/type",
                "m0/type",
                "type",
                "/type",
                "/objects/.",
                "/objects/./m0",
                "/objects/../objects",
                "..",
                " /objects/m0",
                "/objects/m0 ",
                "/ objects",
                " m0",
                "/objects/m1",
                "m1",
                "/nope/m0",
                "/objects/m0/m0[0]/x",
                "m0/m0",
                "unattached/m0",
                "/machine/unattached/device[0]/memdev",
                "unattached/device[0]/memdev",
                "/m0",
                "*",
                "device[*]",
                "/objects/M0"
            })
    void pathLeadsNowhere(String path) {
        assertThat(qom.find(path)).isNull();
        assertThat(tree.match(path)).isInstanceOf(PathMatch.NotFound.class);
        assertThatThrownBy(() -> qom.resolve(path)).isInstanceOfSatisfying(PathException.class, e -> {
            assertThat(e).hasMessage("Device '" + path + "' not found");
            assertThat(e.errorClass()).isEqualTo(ErrorClass.DEVICE_NOT_FOUND);
        });
    }

    @Test
    void nameInTwoPlacesIsAmbiguous() {
        assertThat(qom.find("device[0]")).isNull();
        assertThatThrownBy(() -> qom.resolve("device[0]")).isInstanceOfSatisfying(PathException.class, e -> {
            assertThat(e).hasMessage("Path 'device[0]' is ambiguous");
            assertThat(e.errorClass()).isEqualTo(ErrorClass.GENERIC_ERROR);
            assertThat(e.hints().getFirst())
                    .contains("/machine/unattached/device[0] (device)", "/machine/peripheral-anon/device[0] (device)");
        });
    }

    @Test
    void candidatesOfAnAmbiguousPathAreListedInTheOrderOfTheirPathsAndNotWithoutEnd() {
        for (int i = 0; i < 7; i++) {
            add(add(qom.root(), "box" + i, "container"), "same", "device");
        }
        assertThatThrownBy(() -> qom.resolve("same"))
                .isInstanceOfSatisfying(
                        PathException.class,
                        e -> assertThat(e.hints())
                                .containsExactly(
                                        "It leads to /box0/same (device) and /box1/same (device) and /box2/same (device)"
                                                + " and /box3/same (device) and /box4/same (device) and 2 others"));
    }

    @Test
    void objectThatSeveralLinksLeadToIsListedOnce() {
        Thing second = (Thing) add(qom.root().child("machine"), "dimm1", "device");
        second.setLink("memdev", backend);
        assertThatThrownBy(() -> qom.resolve("memdev"))
                .isInstanceOfSatisfying(
                        PathException.class,
                        e -> assertThat(e.hints())
                                .containsExactly("It leads to /objects/m0 (backend), from more than one object"));
    }

    @Test
    void objectIsResolvedAsItsJavaClass() {
        Thing device = qom.resolve("dimm0", Thing.class);
        assertThat(device).isSameAs(dimm);
        assertThatThrownBy(() -> qom.resolve("/machine", Thing.class))
                .hasMessage("Object /machine (container) is not an instance of Thing");
    }

    @Test
    void emptyPathMatchesEveryObject() {
        assertThat(tree.match("")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThatThrownBy(() -> qom.resolve("")).hasMessage("Path '' is ambiguous");
    }

    @Test
    void emptyPathInATreeOfOneIsTheRoot() {
        Qom empty = Qom.builder().build();
        assertThat(empty.find("")).isSameAs(empty.root());
    }

    @Test
    void emptyPathFindsTheOnlyObjectOfAType() {
        assertThat(tree.match("", "backend")).isEqualTo(new PathMatch.Found(backend));
        assertThat(tree.match("", "device")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(tree.match("", "special-backend")).isEqualTo(new PathMatch.NotFound());
    }

    @Test
    void onlyObjectsOfTheWantedTypeCount() {
        QomObject other = add(add(qom.root(), "elsewhere", "container"), "m0", "special-backend");
        assertThat(tree.match("m0")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(tree.match("m0", "special-backend")).isEqualTo(new PathMatch.Found(other));
        assertThat(tree.match("m0", "backend")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(tree.match("m0", "device")).isEqualTo(new PathMatch.NotFound());
        assertThat(tree.match("m0", "nope")).isEqualTo(new PathMatch.NotFound());
    }

    @Test
    void typeCountsForAbsolutePathsToo() {
        assertThat(tree.match("/objects/m0", "backend")).isEqualTo(new PathMatch.Found(backend));
        assertThat(tree.match("/objects/m0", "device")).isEqualTo(new PathMatch.NotFound());
    }

    @Test
    void objectReachedFromTwoStartingPointsIsAmbiguous() {
        Thing second = (Thing) add(qom.root().child("machine"), "dimm1", "device");
        second.setLink("memdev", backend);
        assertThat(tree.match("memdev")).isEqualTo(new PathMatch.Ambiguous(java.util.List.of(backend, backend)));
        dimm.setLink("memdev", null);
        assertThat(tree.match("memdev")).isEqualTo(new PathMatch.Found(backend));
    }

    @Test
    void threeObjectsOfWhichTwoShareAName() {
        QomObject one = add(qom.root(), "cont1", "container");
        QomObject first = add(one, "obj1", "special-backend");
        add(one, "obj2", "special-backend");
        add(qom.root(), "obj2", "special-backend");
        assertThat(tree.match("", "special-backend")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(tree.match("obj2", "special-backend")).isInstanceOf(PathMatch.Ambiguous.class);
        assertThat(tree.match("obj1", "special-backend")).isEqualTo(new PathMatch.Found(first));
    }

    @Test
    void relativePathIsFollowedFromOneObjectOnly() {
        QomObject machine = qom.root().child("machine");
        assertThat(tree.resolveFrom(machine, "peripheral/dimm0")).isSameAs(dimm);
        assertThat(tree.resolveFrom(machine, "dimm0")).isNull();
        assertThat(tree.resolveFrom(machine, "/objects/m0")).isSameAs(backend);
        assertThat(tree.resolveFrom(machine, "")).isSameAs(machine);
    }

    @Test
    void relativePathWorksOutsideTheTree() {
        QomObject loose = qom.newObject("container");
        QomObject part = add(loose, "part", "container");
        assertThat(tree.resolveFrom(loose, "part")).isSameAs(part);
    }

    @Test
    void partialPathDoesNotStartOutsideTheTree() {
        QomObject loose = qom.newObject("container");
        add(loose, "part", "container");
        assertThat(tree.match("part")).isEqualTo(new PathMatch.NotFound());
    }

    @Test
    void partialPathRunsThroughALinkButDoesNotSearchBehindIt() {
        QomObject loose = qom.newObject("backend");
        QomObject part = add(loose, "part", "container");
        dimm.setLink("memdev", loose);
        assertThat(qom.find("dimm0/memdev/part")).isSameAs(part);
        assertThat(qom.find("memdev/part")).isSameAs(part);
        assertThat(qom.find("part")).isNull();
    }

    @Test
    void ownLinkOfAnObjectIsPartOfPathsWhileItIsThere() {
        qom.root()
                .addProperty(
                        LinkProperty.of("shortcut", "backend", Thing.class, (QomObject r) -> (Thing) backend, null));
        assertThat(qom.find("/shortcut/m0[0]")).isNotNull();
        assertThat(qom.find("shortcut")).isSameAs(backend);
        qom.root().removeProperty("shortcut");
        assertThat(qom.find("/shortcut")).isNull();
        assertThat(qom.find("shortcut")).isNull();
    }

    @Test
    void ownAliasOfAChildIsPartOfPaths() {
        qom.root().addProperty(AliasProperty.of("first", backend, backend.property("m0[0]")));
        assertThat(qom.find("/first").canonicalPath()).isEqualTo("/objects/m0/m0[0]");
        assertThat(qom.find("first").canonicalPath()).isEqualTo("/objects/m0/m0[0]");
    }

    @Test
    void aliasOfAPlainPropertyIsNoPartOfPaths() {
        qom.root().addProperty(AliasProperty.of("kind", backend, backend.property("type")));
        assertThat(qom.find("/kind")).isNull();
        assertThat(qom.find("kind")).isNull();
    }

    @Test
    void childWithTheNameOfAnotherObjectsLinkIsFound() {
        QomObject named = add(qom.root(), "memdev", "backend");
        assertThat(qom.find("/memdev")).isSameAs(named);
        assertThat(tree.match("memdev")).isInstanceOf(PathMatch.Ambiguous.class);
        dimm.setLink("memdev", null);
        assertThat(qom.find("memdev")).isSameAs(named);
    }

    @Test
    void linkOfAnObjectThatLeftTheTreeIsNoStartingPoint() {
        assertThat(qom.find("memdev")).isSameAs(backend);
        dimm.ref();
        dimm.unparent();
        assertThat(qom.find("memdev")).isNull();
    }

    @Test
    void middleOfAPartialPathIsCheckedToo() {
        add(add(add(qom.root(), "a", "container"), "x", "container"), "z", "container");
        QomObject wanted = add(add(add(qom.root(), "b", "container"), "y", "container"), "z", "container");
        assertThat(qom.find("y/z")).isSameAs(wanted);
        assertThat(qom.find("b/y/z")).isSameAs(wanted);
        assertThat(qom.find("b/x/z")).isNull();
        assertThat(qom.find("b/z")).isNull();
    }

    @Test
    void veryLongPathIsJustNotFound() {
        assertThat(qom.find("/objects".repeat(10_000))).isNull();
        assertThat(qom.find("objects/".repeat(10_000))).isNull();
    }
}
