// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.error.ObjectException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A small runtime to fight over: a box in the tree, and things to put into it. */
final class World {
    final Qom qom = Qom.builder().build();
    final QomObject box;
    final Thing one;
    final Thing two;
    final AtomicInteger won = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();

    World() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(oc -> {
                            oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v);
                            oc.addLink(
                                    "strong",
                                    "thing",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> t.target = v);
                        })
                        .instanceFinalize(thing -> ended.incrementAndGet())
                        .build());
        box = qom.tree().container("box");
        one = Thing.make(qom, "thing");
        two = Thing.make(qom, "thing");
    }

    /** Does something that another actor may have made impossible; counts who could. */
    void attempt(Runnable change) {
        try {
            change.run();
            won.incrementAndGet();
        } catch (ObjectException refused) {
            // The other actor was first: one of the two outcomes that the judge knows.
        }
    }
}
