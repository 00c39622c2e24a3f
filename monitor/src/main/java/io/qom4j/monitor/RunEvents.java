// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

import io.qom4j.machine.RunListener;
import io.qom4j.monitor.event.EventHub;
import java.util.Map;

/** Tells clients what the machine does. QEMU: softmmu/runstate.c, softmmu/cpus.c. */
final class RunEvents implements RunListener {
    private final EventHub events;

    RunEvents(EventHub events) {
        this.events = events;
    }

    @Override
    public void resumed() {
        events.emit("RESUME");
    }

    @Override
    public void paused() {
        events.emit("STOP");
    }

    @Override
    public void reset() {
        events.emit("RESET", Map.of("guest", false, "reason", "host-qmp-system-reset"));
    }
}
