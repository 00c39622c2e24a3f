// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Somebody who follows a {@link Preallocation}, and may cancel it.
 *
 * <p>{@link #started} and {@link #ended} are called by the thread that asked for the memory, {@link #progress} by those that populate
 * it, one at a time. What a listener throws ends the run.
 */
@FunctionalInterface
public interface PreallocationListener {
    /** Learns that a run begins; {@link Preallocation#cancel} ends it early, then or later, from any thread. */
    default void started(Preallocation run) {}

    /**
     * Learns how far it is.
     *
     * @param done bytes that are present; grows from call to call
     * @param total bytes that shall be present
     */
    void progress(long done, long total);

    /** Learns that a run that began is over, however it went. */
    default void ended(Preallocation run) {}
}
