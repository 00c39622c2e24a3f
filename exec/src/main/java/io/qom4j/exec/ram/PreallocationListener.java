// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/** Somebody who follows a {@link Preallocation}; called by its threads, one at a time. */
@FunctionalInterface
public interface PreallocationListener {
    /**
     * Learns how far it is.
     *
     * @param done bytes that are present; grows from call to call
     * @param total bytes that shall be present
     */
    void progress(long done, long total);
}
