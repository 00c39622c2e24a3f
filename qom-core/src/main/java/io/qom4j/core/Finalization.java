// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.Property;
import io.qom4j.core.trace.ObjectFinalization;
import io.qom4j.core.trace.Tracing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of objects whose last reference was dropped.
 *
 * <p>First an object's children and own properties go, the one added last first, so that a part never outlives what it was
 * built on; then the properties of its class are released and the instance_finalize hooks run, its own type's first. Every step
 * is tried, whatever happens to the others. Nothing can be added to the object meanwhile, and nobody can take a reference again.
 *
 * <p>Letting go of a child or a link's target may end that object too. It then ends before the next step, but in a loop and not
 * in a deeper call, so that a tree may be of any depth. What a hook drops ends before the hook goes on.
 *
 * <p>Thread-safe: an object that holds something, or has hooks, ends under the runtime's writer lock. QEMU: qom/object.c,
 * object_finalize, object_property_del_all, object_deinit.
 */
final class Finalization {
    private final Qom qom;

    /** Where objects go whose last reference is dropped by a step of the loop; null outside of steps. Under the lock. */
    private @Nullable List<QomObject> dropped;

    Finalization(Qom qom) {
        this.qom = qom;
    }

    /** Ends an object whose last reference was just dropped. */
    void end(QomObject object) {
        if (object.members() == null
                && object.objectClass().table().released().length == 0
                && !object.objectClass().hooks().hasFinalizers()) {
            ObjectFinalization event = begun();
            object.ended();
            if (event != null) {
                event.ended(object);
            }
            return;
        }
        qom.exclusively(() -> {
            List<QomObject> waiting = dropped;
            if (waiting != null) {
                waiting.add(object);
                return;
            }
            Failures failures = new Failures();
            endAll(object, failures);
            failures.rethrow();
        });
    }

    /** Tells that an object is about to end, if anybody may record it. */
    private static @Nullable ObjectFinalization begun() {
        return Tracing.isPossible() ? ObjectFinalization.begun() : null;
    }

    /** Runs a hook, in which dropping the last reference of an object ends that object at once. */
    void runHook(Runnable hook) {
        List<QomObject> outer = dropped;
        dropped = null;
        try {
            hook.run();
        } finally {
            dropped = outer;
        }
    }

    private void endAll(QomObject first, Failures failures) {
        Deque<Ending> endings = new ArrayDeque<>();
        endings.push(new Ending(first));
        while (!endings.isEmpty()) {
            Ending current = endings.element();
            if (current.hasMore()) {
                for (QomObject each : step(current, failures).reversed()) {
                    endings.push(new Ending(each));
                }
            } else {
                QomObject object = current.object;
                object.objectClass().hooks().runFinalizers(object, failures);
                failures.attempt(object::ended);
                if (current.event != null) {
                    current.event.ended(object);
                }
                endings.pop();
            }
        }
    }

    /** Lets an object go of something; returns the objects that end thereby. */
    private List<QomObject> step(Ending current, Failures failures) {
        List<QomObject> outer = dropped;
        List<QomObject> here = new ArrayList<>(1);
        dropped = here;
        try {
            current.letGo(failures);
        } finally {
            dropped = outer;
        }
        return here;
    }

    /** How far the end of one object has come. */
    private static final class Ending {
        private final QomObject object;
        private final @Nullable ObjectFinalization event = begun();
        private boolean isClassHeld;

        Ending(QomObject object) {
            this.object = object;
            isClassHeld = object.objectClass().table().released().length > 0;
        }

        boolean hasMore() {
            Members members = object.members();
            return isClassHeld || (members != null && members.size() > 0);
        }

        /** Lets go of the member added last or, where there is none, of all that its class's properties hold. */
        void letGo(Failures failures) {
            Members members = object.members();
            Object last = members == null ? null : members.last();
            if (members != null && last != null) {
                failures.attempt(() -> remove(last));
                members.removeLast(last);
            } else {
                isClassHeld = false;
                for (Property property : object.objectClass().table().released()) {
                    failures.attempt(() -> property.release(object));
                }
            }
        }

        private void remove(Object entry) {
            if (entry instanceof QomObject child) {
                object.qom().tree().remove(child);
            } else {
                object.qom().tree().remove(object, (Property) entry);
            }
        }
    }
}
