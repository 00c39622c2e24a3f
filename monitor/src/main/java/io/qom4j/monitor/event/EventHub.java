// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.event;

import io.qom4j.core.event.Subscription;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The place through which a monitor's events go.
 *
 * <p>Thread-safe. Listeners are called one event at a time, in the thread that emits, and must not wait.
 */
public final class EventHub {
    private final List<Consumer<MonitorEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;

    /** Makes a hub whose events bear the time of a clock. */
    public EventHub(Clock clock) {
        this.clock = clock;
    }

    /** Registers a listener until the subscription is closed. */
    public Subscription listen(Consumer<MonitorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells all listeners of an event without data. */
    public void emit(String name) {
        emit(name, Map.of());
    }

    /** Tells all listeners of an event. */
    public synchronized void emit(String name, Map<String, Object> data) {
        MonitorEvent event = new MonitorEvent(name, data, clock.instant());
        for (Consumer<MonitorEvent> each : listeners) {
            each.accept(event);
        }
    }
}
