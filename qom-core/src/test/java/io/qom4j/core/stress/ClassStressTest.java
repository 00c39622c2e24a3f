// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.Thing;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.TypeException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The registry, while several threads register types and use a class for the first time. */
class ClassStressTest {
    /** A runtime whose classes nobody has asked for yet. */
    private static final class Registry {
        final Qom qom = Qom.builder().build();
        final AtomicInteger inits = new AtomicInteger();
        final AtomicInteger registered = new AtomicInteger();
        final Queue<ObjectClass> seen = new ConcurrentLinkedQueue<>();

        Registry() {
            qom.types().register(TypeInfo.ofInterface("face").build());
            qom.types()
                    .register(Thing.type("stem")
                            .interfaces("face")
                            .classInit(oc -> declare(oc, "stem-size"))
                            .build());
            qom.types()
                    .register(Thing.type("leaf")
                            .parent("stem")
                            .classInit(oc -> declare(oc, "leaf-size"))
                            .build());
            qom.types()
                    .register(Thing.type("bud")
                            .parent("stem")
                            .classInit(oc -> declare(oc, "bud-size"))
                            .build());
        }

        private void declare(ObjectClass oc, String name) {
            inits.incrementAndGet();
            oc.addSize(name, (Thing t) -> t.number, (Thing t, long v) -> t.number = v)
                    .defaultValue(7);
        }

        void use(String type) {
            ObjectClass used = qom.types().get(type);
            assertThat(used.isComplete()).isTrue();
            assertThat(used.property(type + "-size").defaultValue()).isEqualTo(7L);
            assertThat(used.isA("face")).isTrue();
            assertThat(used.as("face").concrete()).isSameAs(used);
            assertThat(((Thing) used.newObject()).number).isEqualTo(7);
            seen.add(used);
        }
    }

    @Test
    void classIsMadeOnceAndSeenCompleteByAll() {
        Race.over(Registry::new)
                .actor(r -> r.use("leaf"))
                .actor(r -> r.use("leaf"))
                .actor(r -> r.use("leaf"))
                .then(r -> {
                    assertThat(r.seen).hasSize(3);
                    assertThat(r.seen.stream().distinct()).hasSize(1);
                    assertThat(r.inits).hasValue(2);
                })
                .run();
    }

    @Test
    void classOfACommonAncestorIsMadeOnce() {
        Race.over(Registry::new)
                .actor(r -> r.use("leaf"))
                .actor(r -> r.use("bud"))
                .actor(r -> r.use("stem"))
                .then(r -> {
                    assertThat(r.inits).hasValue(3);
                    assertThat(r.qom.types().get("leaf").parent())
                            .isSameAs(r.qom.types().get("bud").parent())
                            .isSameAs(r.qom.types().get("stem"));
                })
                .run();
    }

    @Test
    void typesAreListedWhileTheirClassesAreMade() {
        Race.over(Registry::new)
                .actor(r -> r.use("leaf"))
                .actor(r -> assertThat(r.qom.types().list("face", false))
                        .extracting(QomClass::name)
                        .containsExactly("bud", "leaf", "stem"))
                .run();
    }

    @Test
    void ofTwoWhoRegisterOneNameOneIsRefused() {
        Race.over(Registry::new)
                .actor(ClassStressTest::register)
                .actor(ClassStressTest::register)
                .then(r -> {
                    assertThat(r.registered).hasValue(1);
                    assertThat(r.qom.types().contains("flower")).isTrue();
                })
                .run();
    }

    private static void register(Registry r) {
        try {
            r.qom.types().register(Thing.type("flower").parent("stem").build());
        } catch (TypeException taken) {
            return;
        }
        r.registered.incrementAndGet();
        r.qom.newObject("flower").unref();
    }

    @Test
    void classHookMayTakeTheWriterLockBesideAnotherThatHoldsIt() {
        Race.over(() -> {
                    Registry r = new Registry();
                    r.qom.types()
                            .register(Thing.type("root-maker")
                                    .classInit(oc -> r.qom.tree().container("made-by-hook"))
                                    .build());
                    return r;
                })
                .actor(r -> r.qom.types().get("root-maker"))
                .actor(r -> r.qom.exclusively(() -> r.use("leaf")))
                .then(r -> assertThat(r.qom.root().child("made-by-hook")).isNotNull())
                .run();
    }
}
