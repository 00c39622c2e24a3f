// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.QomObject;
import io.qom4j.core.TreeInvariants;
import io.qom4j.core.error.ObjectException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** References and ends, while several threads take, drop and link. */
class LifeStressTest {
    @Test
    void objectEndsOnceWhoeverDropsTheLastReference() {
        Race.over(() -> {
                    World w = new World();
                    w.one.ref();
                    w.one.ref();
                    return w;
                })
                .actor(w -> w.one.unref())
                .actor(w -> w.one.unref())
                .actor(w -> w.one.unref())
                .then(w -> {
                    assertThat(w.one.isFinalized()).isTrue();
                    assertThat(w.ended).hasValue(1);
                })
                .run();
    }

    @Test
    void objectIsReferencedInTimeOrHasEnded() {
        Race.over(() -> {
                    World w = new World();
                    w.box.addChild("x", w.one);
                    w.one.unref();
                    return w;
                })
                .actor(w -> w.one.unparent())
                .actor(w -> {
                    try {
                        w.one.ref();
                    } catch (IllegalStateException ended) {
                        return;
                    }
                    w.won.incrementAndGet();
                })
                .then(w -> {
                    assertThat(w.one.isFinalized()).isEqualTo(w.won.get() == 0);
                    assertThat(w.one.references()).isEqualTo(w.won.get());
                    assertThat(w.ended).hasValue(1 - w.won.get());
                })
                .run();
    }

    @Test
    void linkHoldsItsTargetOrIsRefused() {
        Race.over(() -> {
                    World w = new World();
                    w.box.addChild("x", w.two);
                    w.two.unref();
                    return w;
                })
                .actor(w -> w.two.unparent())
                .actor(w -> w.attempt(() -> w.one.setLink("strong", w.two)))
                .then(w -> {
                    assertThat(w.two.isFinalized()).isEqualTo(w.won.get() == 0);
                    assertThat(w.one.getLink("strong")).isSameAs(w.won.get() == 0 ? null : w.two);
                })
                .run();
    }

    @Test
    void ofTwoLinksThatWouldCloseARingOneIsRefused() {
        Race.over(World::new)
                .actor(w -> w.attempt(() -> w.one.setLink("strong", w.two)))
                .actor(w -> w.attempt(() -> w.two.setLink("strong", w.one)))
                .then(w -> assertThat(w.won).hasValue(1))
                .run();
    }

    @Test
    void formerTargetsOfALinkAreLetGoWhoeverSetsIt() {
        Race.over(World::new)
                .actor(w -> setOften(w, w.two))
                .actor(w -> setOften(w, null))
                .then(w -> {
                    w.one.setLink("strong", null);
                    assertThat(w.two.references()).isEqualTo(1);
                })
                .run();
    }

    private static void setOften(World w, @Nullable QomObject target) {
        for (int i = 0; i < 20; i++) {
            w.one.setLink("strong", target);
        }
    }

    @Test
    void childOfAParentThatEndsIsRefusedOrLetGo() {
        Race.over(World::new)
                .actor(w -> w.one.unref())
                .actor(w -> w.attempt(() -> w.one.addChild("x", w.two)))
                .then(w -> {
                    assertThat(w.one.isFinalized()).isTrue();
                    assertThat(w.two.references()).isEqualTo(1);
                    assertThat(w.two.parent()).isNull();
                })
                .run();
    }

    @Test
    void closingBesideMakersLeavesNothingInTheTree() {
        Race.over(World::new)
                .actor(w -> w.qom.close())
                .actor(w -> {
                    try {
                        QomObject made = w.qom.newObject("thing");
                        try {
                            w.box.addChild("x", made);
                        } finally {
                            made.unref();
                        }
                    } catch (ObjectException | IllegalStateException closed) {
                        // The runtime was closed first.
                    }
                })
                .then(w -> {
                    assertThat(w.box.isFinalized()).isTrue();
                    assertThat(w.box.children()).isEmpty();
                })
                .run();
    }

    @Test
    void objectsOfOneTypeAreMadeByAllAtOnce() {
        Race.over(World::new)
                .actor(w -> w.one.addChild("a", w.qom.newObject("thing")))
                .actor(w -> w.two.addChild("a", w.qom.newObject("thing")))
                .then(w -> TreeInvariants.check(w.qom, Map.of(w.one, 1, w.two, 1)))
                .run();
    }
}
