// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

/**
 * The monitor for people: a line in, text out.
 *
 * <p>Found by {@link java.util.ServiceLoader}, or given to {@link Monitor.Builder#humanMonitor}. Thread-safe: it has no state.
 */
public interface HumanMonitor {
    /**
     * Runs a command line.
     *
     * @return what the command prints, each line ended by CR LF; a failure is text too, and begins with {@code Error: }
     */
    String run(Monitor monitor, String commandLine);
}
