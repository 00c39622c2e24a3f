// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

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
}
