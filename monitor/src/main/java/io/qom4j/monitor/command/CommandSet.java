// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.monitor.event.EventType;
import java.util.List;

/**
 * A contribution of commands to every monitor.
 *
 * <p>Found by {@link java.util.ServiceLoader}, or given to {@link io.qom4j.monitor.Monitor.Builder#commands}. Thread-safe: it has
 * no state.
 */
public interface CommandSet {
    /** Returns the commands. */
    List<Command> commands();

    /** Returns the events that the commands, or the component that they belong to, can cause. */
    default List<EventType> events() {
        return List.of();
    }
}
