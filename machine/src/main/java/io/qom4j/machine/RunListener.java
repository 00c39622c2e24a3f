// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

/**
 * Code that wants to hear what a machine does.
 *
 * <p>Called one at a time, in the thread that asked the {@link RunControl}, which holds its lock meanwhile.
 */
public interface RunListener {
    /** The machine runs now. */
    default void resumed() {}

    /** The machine was stopped. */
    default void paused() {}

    /** The machine was reset. */
    default void reset() {}
}
