// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.lang.ref.Cleaner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects that the garbage collector took although somebody still held a reference count on them.
 *
 * <p>Off unless asked for when the runtime is made; then every object is watched and each leak is reported once, with its
 * type and, if wished, the place where it was made. An object in the tree is no leak: its parent holds it. Thread-safe.
 */
final class LeakDetector {
    private static final Cleaner CLEANER = Cleaner.create();
    private final @Nullable Consumer<Leak> report;
    private final boolean withPlaces;

    LeakDetector(@Nullable Consumer<Leak> report, boolean withPlaces) {
        this.report = report;
        this.withPlaces = withPlaces;
    }

    void born(QomObject object) {
        Consumer<Leak> to = report;
        if (to != null) {
            Watch watch = new Watch(
                    new Leak(
                            object.typeName(), withPlaces ? new Throwable(object.typeName() + " was made here") : null),
                    to);
            object.watch(watch);
            CLEANER.register(object, watch);
        }
    }

    void ended(QomObject object) {
        Watch watch = object.watch();
        if (watch != null) {
            watch.hasEnded = true;
        }
    }

    /** What remains of an object once it is gone; must not refer to it. */
    static final class Watch implements Runnable {
        private final Leak leak;
        private final Consumer<Leak> report;
        private volatile boolean hasEnded;

        Watch(Leak leak, Consumer<Leak> report) {
            this.leak = leak;
            this.report = report;
        }

        @Override
        public void run() {
            if (!hasEnded) {
                report.accept(leak);
            }
        }
    }
}
