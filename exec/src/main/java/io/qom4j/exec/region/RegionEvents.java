// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.util.ArrayList;
import java.util.List;

/**
 * The events that writes to one region signal, instead of reaching the device.
 *
 * <p>Thread-safe; changes take the runtime's writer lock. QEMU: system/memory.c, memory_region_add_eventfd.
 */
public final class RegionEvents {
    private final MemoryRegion region;
    private volatile List<IoEvent> events = List.of();

    RegionEvents(MemoryRegion region) {
        this.region = region;
    }

    /** Returns the events of this moment, in order. */
    public List<IoEvent> list() {
        return events;
    }

    /** Adds an event. */
    public void add(IoEvent event) {
        region.changes().transaction(() -> {
            List<IoEvent> more = new ArrayList<>(events);
            more.add(event);
            more.sort(null);
            publish(more);
        });
    }

    /**
     * Removes an event.
     *
     * @throws IllegalArgumentException if it was not added
     */
    public void remove(IoEvent event) {
        region.changes().transaction(() -> {
            List<IoEvent> fewer = new ArrayList<>(events);
            if (!fewer.remove(event)) {
                throw new IllegalArgumentException("'" + region.regionName() + "' has no " + event);
            }
            publish(fewer);
        });
    }

    private void publish(List<IoEvent> changed) {
        events = List.copyOf(changed);
        if (region.isEnabled()) {
            region.changes().eventsChanged();
        }
    }
}
