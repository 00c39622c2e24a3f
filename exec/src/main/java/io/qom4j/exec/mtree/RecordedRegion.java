// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.exec.region.RegionSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One region of a recorded machine.
 *
 * <p>Immutable.
 *
 * @param id the number by which others refer to it
 * @param name the region's name
 * @param kind {@code i/o}, {@code ram}, {@code rom}, {@code romd} or {@code ramd}
 * @param address offset in the container, unsigned
 * @param size the size
 * @param priority the priority among siblings
 * @param isEnabled whether it can be seen, with all below it
 * @param terminates whether it answers itself
 * @param isReadOnly its own flag
 * @param isNonvolatile its own flag
 * @param children the ids of its subregions, the one that wins first
 * @param alias what it shows, or null
 */
record RecordedRegion(
        long id,
        String name,
        String kind,
        long address,
        RegionSize size,
        int priority,
        boolean isEnabled,
        boolean terminates,
        boolean isReadOnly,
        boolean isNonvolatile,
        List<Long> children,
        @Nullable Alias alias) {
    /**
     * What an alias shows.
     *
     * @param target the other region's id
     * @param offset where in it, in bytes
     */
    record Alias(long target, long offset) {}

    RecordedRegion {
        children = List.copyOf(children);
    }
}
