// SPDX-License-Identifier: Apache-2.0
/**
 * Events: what a monitor tells its clients unasked.
 *
 * <p>A {@link io.qom4j.monitor.event.MonitorEvent} has a name, a time, and perhaps data. Whoever causes one emits it through the
 * {@link io.qom4j.monitor.event.EventHub} of the monitor; each session listens to the hub and passes it on once its client has
 * negotiated.
 *
 * <pre>{@code
 * monitor.events().emit("STOP");
 * monitor.events().emit("SHUTDOWN", Map.of("guest", false, "reason", "host-qmp-quit"));
 * }</pre>
 *
 * <p>Guaranteed: who emits never waits for a client; each client gets events in the order in which they were emitted, and an event
 * that a command causes before the reply to that command.
 */
@NullMarked
package io.qom4j.monitor.event;

import org.jspecify.annotations.NullMarked;
