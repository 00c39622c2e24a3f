// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.lang.ref.Cleaner;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects that the garbage collector took although somebody still held a reference count on them.
 *
 * <p>Off unless asked for when the runtime is made; then every object is watched and each leak is reported once, with its
 * type and, if wished, the place where it was made. An object in the tree is no leak: its parent holds it. Thread-safe.
 */
final class LeakDetector {
    private final @Nullable Search search;

    LeakDetector(@Nullable Consumer<Leak> report, boolean withPlaces) {
        search = report == null ? null : new Search(report, withPlaces);
    }

    void born(QomObject object) {
        if (search != null) {
            search.watch(object);
        }
    }

    void ended(QomObject object) {
        if (search != null) {
            search.forget(object);
        }
    }

    /** The search, while it is on. */
    private static final class Search {
        private final Cleaner cleaner = Cleaner.create();
        private final Map<QomObject, Watch> watches = Collections.synchronizedMap(new WeakHashMap<>());
        private final Consumer<Leak> report;
        private final boolean withPlaces;

        Search(Consumer<Leak> report, boolean withPlaces) {
            this.report = report;
            this.withPlaces = withPlaces;
        }

        void watch(QomObject object) {
            String type = object.typeName();
            Throwable place = withPlaces ? new Throwable(type + " was made here") : null;
            Watch watch = new Watch(new Leak(type, place), report);
            watches.put(object, watch);
            cleaner.register(object, watch);
        }

        void forget(QomObject object) {
            Watch watch = watches.remove(object);
            if (watch != null) {
                watch.hasEnded = true;
            }
        }
    }

    /** What remains of an object once it is gone; must not refer to it. */
    private static final class Watch implements Runnable {
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
