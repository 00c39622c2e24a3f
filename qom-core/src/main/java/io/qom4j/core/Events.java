// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.event.QomEvent;
import io.qom4j.core.event.QomListener;
import io.qom4j.core.event.Subscription;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Property;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one runtime, and the events on their way to them.
 *
 * <p>What happens while the runtime's writer lock is held is kept until it is released and then delivered as one batch; an
 * object that was made and ended meanwhile is not heard of. Each listener has a queue, filled before the lock is released so
 * that batches stay in order, and, while the queue is not empty, a virtual thread.
 *
 * <p>A listener hears of all that happens after its registration, in the sense of Java's memory model. A thread that sets
 * properties all along and is told nothing by another may go on for a while before it notices the first listener: that is what
 * lets a set cost nothing as long as nobody listens. Thread-safe.
 */
public final class Events {
    private final Qom qom;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    /** What happened since the writer lock was taken; guarded by it. */
    private List<QomEvent> batch = new ArrayList<>();

    /** The objects that were made since the writer lock was taken; guarded by it. */
    private final Set<QomObject> newborn = new HashSet<>();

    /** Those of them that have ended; guarded by the writer lock. */
    private final Set<QomObject> stillborn = new HashSet<>();

    Events(Qom qom) {
        this.qom = qom;
    }

    /** Registers a listener until the subscription is closed. */
    public Subscription listen(QomListener listener) {
        return add(new Delivery(listener, null));
    }

    /** Registers a listener until the subscription is closed or nobody else refers to the listener. */
    public Subscription listenWeakly(QomListener listener) {
        return add(new Delivery(null, new WeakReference<>(listener)));
    }

    private synchronized Subscription add(Delivery delivery) {
        deliveries.add(delivery);
        qom.observed(true);
        return () -> forget(delivery);
    }

    private synchronized void forget(Delivery delivery) {
        deliveries.remove(delivery);
        qom.observed(!deliveries.isEmpty());
    }

    void born(QomObject object) {
        if (qom.isObserved() && qom.isHeldExclusively()) {
            newborn.add(object);
        }
    }

    void added(QomObject child, QomObject parent, String name) {
        if (qom.isObserved()) {
            happened(new QomEvent.ChildAdded(child, parent, name));
        }
    }

    void removed(QomObject child, QomObject parent, String name) {
        if (qom.isObserved()) {
            happened(new QomEvent.ChildRemoved(child, parent, name));
        }
    }

    void changed(QomObject object, Property property, Origin origin) {
        happened(new QomEvent.PropertyChanged(object, property, origin));
    }

    void finalized(QomObject object) {
        if (qom.isObserved()) {
            happened(new QomEvent.Finalized(object));
            if (qom.isHeldExclusively() && newborn.contains(object)) {
                stillborn.add(object);
            }
        }
    }

    private void happened(QomEvent event) {
        if (qom.isHeldExclusively()) {
            batch.add(event);
        } else {
            deliver(List.of(event));
        }
    }

    /** Hands what happened since the writer lock was taken, which is about to be released, to each listener's queue. */
    void deliverBatch() {
        if (!stillborn.isEmpty()) {
            batch.removeIf(event -> stillborn.contains(event.object()));
            stillborn.clear();
        }
        newborn.clear();
        if (!batch.isEmpty()) {
            deliver(List.copyOf(batch));
            batch = new ArrayList<>();
        }
    }

    int batchSize() {
        return batch.size();
    }

    /** Forgets that an object came into the tree and left it, since the given point of the batch. */
    void forgetVisit(int since, QomObject visitor) {
        batch.subList(since, batch.size())
                .removeIf(event -> event.object() == visitor
                        && (event instanceof QomEvent.ChildAdded || event instanceof QomEvent.ChildRemoved));
    }

    private void deliver(List<QomEvent> events) {
        for (Delivery delivery : deliveries) {
            delivery.enqueue(events);
        }
    }

    /** One listener's queue. */
    private final class Delivery {
        private final @Nullable QomListener strong;
        private final @Nullable WeakReference<QomListener> weak;
        private final ConcurrentLinkedQueue<List<QomEvent>> queue = new ConcurrentLinkedQueue<>();
        private final AtomicInteger waiting = new AtomicInteger();

        Delivery(@Nullable QomListener strong, @Nullable WeakReference<QomListener> weak) {
            this.strong = strong;
            this.weak = weak;
        }

        void enqueue(List<QomEvent> events) {
            queue.add(events);
            if (waiting.getAndIncrement() == 0) {
                Thread.ofVirtual().name("qom-events").start(this::drain);
            }
        }

        private void drain() {
            do {
                List<QomEvent> events = queue.poll();
                QomListener listener = weak == null ? strong : weak.get();
                if (listener == null) {
                    forget(this);
                } else if (events != null) {
                    hand(listener, events);
                }
            } while (waiting.decrementAndGet() > 0);
        }

        private static void hand(QomListener listener, List<QomEvent> events) {
            try {
                listener.onEvents(events);
            } catch (RuntimeException | Error e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }
}
