// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.lang.foreign.MemorySegment;

/**
 * What the maker of a resizeable block does when its size has changed.
 *
 * <p>Called under the list's lock, one at a time, by the thread that resizes.
 */
@FunctionalInterface
public interface ResizeCallback {
    /**
     * Learns of a change that has happened.
     *
     * @param idstr the block's name in the migration stream
     * @param newSize bytes as asked for, not rounded to pages
     * @param host the block's memory, in its full reserved length; see {@link RamBlock#segment} for what a file may do to it
     */
    void resized(String idstr, long newSize, MemorySegment host);
}
