// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.TreeInvariants;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree, while several threads add, remove, resolve and set. */
class TreeStressTest {
    @Test
    void ofTwoWhoTakeOneNameOneIsRefused() {
        Race.over(World::new)
                .actor(w -> w.attempt(() -> w.box.addChild("x", w.one)))
                .actor(w -> w.attempt(() -> w.box.addChild("x", w.two)))
                .then(w -> {
                    assertThat(w.won).hasValue(1);
                    assertThat(w.box.children()).hasSize(1);
                    TreeInvariants.check(w.qom, Map.of(w.one, 1, w.two, 1));
                })
                .run();
    }

    @Test
    void objectThatTwoAddHasOneParent() {
        Race.over(World::new)
                .actor(w -> w.attempt(() -> w.box.addChild("x", w.one)))
                .actor(w -> w.attempt(() -> w.qom.root().addChild("x", w.one)))
                .then(w -> {
                    assertThat(w.won).hasValue(1);
                    TreeInvariants.check(w.qom, Map.of(w.one, 1, w.two, 1));
                })
                .run();
    }

    @Test
    void ofTwoWhoWouldOwnEachOtherOneIsRefused() {
        Race.over(World::new)
                .actor(w -> w.attempt(() -> w.one.addChild("x", w.two)))
                .actor(w -> w.attempt(() -> w.two.addChild("x", w.one)))
                .then(w -> assertThat(w.won).hasValue(1))
                .run();
    }

    @Test
    void numberedNamesAreGivenOutOnceAndWithoutGaps() {
        int each = 5;
        Race.over(World::new)
                .actor(w -> addNumbered(w, each))
                .actor(w -> addNumbered(w, each))
                .actor(w -> addNumbered(w, each))
                .then(w -> {
                    assertThat(w.box.children().stream().map(QomObject::name))
                            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 3 * each)
                                    .mapToObj(i -> "io[" + i + "]")
                                    .toList());
                    TreeInvariants.check(w.qom, Map.of());
                })
                .run();
    }

    private static void addNumbered(World w, int count) {
        for (int i = 0; i < count; i++) {
            Thing thing = Thing.make(w.qom, "thing");
            w.box.addChild("io[*]", thing);
            thing.unref();
        }
    }

    @Test
    void objectThatComesAndGoesIsFoundOrNotButNeverHalf() {
        Race.over(World::new)
                .actor(w -> {
                    for (int i = 0; i < 8; i++) {
                        w.box.addChild("x", w.one);
                        w.one.unparent();
                    }
                })
                .actor(w -> {
                    for (int i = 0; i < 30; i++) {
                        assertThat(w.qom.find("/box/x")).isIn(w.one, null);
                        assertThat(w.qom.find("box/x")).isIn(w.one, null);
                        assertThat(w.box.children()).isIn(List.of(), List.of(w.one));
                        assertThat(w.qom.query("/box/*")).isIn(List.of(), List.of(w.one));
                    }
                })
                .actor(w -> {
                    for (int i = 0; i < 30; i++) {
                        w.one.setLong("size", i);
                        assertThat(w.one.canonicalPath()).isIn("/box/x", null);
                    }
                })
                .then(w -> {
                    assertThat(w.qom.find("/box/x")).isNull();
                    assertThat(w.one.getLong("size")).isEqualTo(29);
                    TreeInvariants.check(w.qom, Map.of(w.one, 1, w.two, 1));
                })
                .run();
    }

    @Test
    void objectThatMovesIsSeenAtPlacesWhereItWas() {
        Race.over(World::new)
                .actor(w -> {
                    for (int i = 0; i < 20; i++) {
                        w.box.addChild("here", w.one);
                        w.one.unparent();
                        w.qom.root().addChild("away", w.one);
                        w.one.unparent();
                    }
                })
                .actor(w -> {
                    for (int i = 0; i < 200; i++) {
                        assertThat(w.one.canonicalPath()).isIn("/box/here", "/away", null);
                    }
                })
                .run();
    }

    @Test
    void siblingsComeAndGoWithoutHidingTheOneThatStays() {
        Race.over(() -> {
                    World w = new World();
                    w.box.addChild("stays", w.one);
                    return w;
                })
                .actor(w -> {
                    for (int i = 0; i < 10; i++) {
                        addNumbered(w, 3);
                        for (QomObject child : w.box.children()) {
                            if (child != w.one) {
                                child.unparent();
                            }
                        }
                    }
                })
                .actor(w -> {
                    for (int i = 0; i < 100; i++) {
                        assertThat(w.qom.find("/box/stays")).isSameAs(w.one);
                        assertThat(w.qom.find("stays")).isSameAs(w.one);
                        assertThat(w.box.children()).contains(w.one);
                    }
                })
                .then(w -> TreeInvariants.check(w.qom, Map.of(w.one, 1, w.two, 1)))
                .run();
    }

    @Test
    void subtreeComesAndGoesAsAWhole() {
        Race.over(() -> {
                    World w = new World();
                    w.one.addChild("part", w.two);
                    return w;
                })
                .actor(w -> {
                    for (int i = 0; i < 8; i++) {
                        w.box.addChild("x", w.one);
                        w.one.unparent();
                    }
                })
                .actor(w -> {
                    for (int i = 0; i < 50; i++) {
                        assertThat(w.qom.find("x/part")).isIn(w.two, null);
                        assertThat(w.two.canonicalPath()).isIn("/box/x/part", null);
                    }
                })
                .then(w -> {
                    assertThat(w.qom.find("part")).isNull();
                    TreeInvariants.check(w.qom, Map.of(w.one, 1, w.two, 1));
                })
                .run();
    }

    @Test
    void ownPropertiesComeAndGoBesideReaders() {
        Race.over(World::new)
                .actor(w -> {
                    for (int i = 0; i < 10; i++) {
                        w.one.addProperty(IntegerProperty.of(
                                "own", ValueType.signed(64), (Thing t) -> t.number, (Thing t, long v) -> t.number = v));
                        w.one.removeProperty("own");
                    }
                })
                .actor(w -> {
                    for (int i = 0; i < 50; i++) {
                        assertThat(w.one.properties()).hasSizeBetween(3, 4);
                        assertThat(w.one.findProperty("size")).isNotNull();
                    }
                })
                .then(w -> assertThat(w.one.findProperty("own")).isNull())
                .run();
    }
}
