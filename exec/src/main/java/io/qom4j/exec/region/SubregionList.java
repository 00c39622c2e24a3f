// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The subregions of a region, by who wins where they overlap: higher priority first, and of equal ones the latest added.
 *
 * <p>Kept the other way round, so that the usual newcomer, of no lower priority than the others, goes to the end of the array.
 * A place is found by bisection on (priority, number of arrival), so that adding and removing need no walk over thousands of siblings.
 *
 * <p>Confined to the runtime's writer lock, except {@link #view}. QEMU: system/memory.c,
 * memory_region_update_container_subregions.
 */
final class SubregionList {
    private final List<MemoryRegion> losersFirst = new ArrayList<>();
    private final List<MemoryRegion> winnersFirst = Collections.unmodifiableList(losersFirst.reversed());
    private long arrivals;

    void add(MemoryRegion region) {
        region.arrival = ++arrivals;
        losersFirst.add(placeOf(region), region);
    }

    void remove(MemoryRegion region) {
        int at = placeOf(region);
        if (at == losersFirst.size() || losersFirst.get(at) != region) {
            throw new IllegalStateException("the list of subregions lost " + region);
        }
        losersFirst.remove(at);
    }

    /** Returns the subregions, the one that wins first; shows later changes. */
    List<MemoryRegion> view() {
        return winnersFirst;
    }

    private int placeOf(MemoryRegion region) {
        int low = 0;
        int high = losersFirst.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            MemoryRegion other = losersFirst.get(middle);
            if (other.priority() < region.priority()
                    || (other.priority() == region.priority() && other.arrival < region.arrival)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
