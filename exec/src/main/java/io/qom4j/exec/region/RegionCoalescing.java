// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of one region to which writes may be gathered and delivered late, because only their order counts.
 *
 * <p>An announcement to listeners ({@code coalescedIoAdd}): an accelerator that leaves a guest only reluctantly may collect such writes and
 * make them together. Accesses through an address space are never gathered here, so there is nothing to flush.
 *
 * <p>Thread-safe; changes take the runtime's writer lock. QEMU: system/memory.c, memory_region_add_coalescing.
 */
public final class RegionCoalescing {
    private final MemoryRegion region;
    private volatile List<AddressRange> parts = List.of();

    RegionCoalescing(MemoryRegion region) {
        this.region = region;
    }

    /** Returns the parts of this moment, by offset in the region, in the order in which they were added. */
    public List<AddressRange> parts() {
        return parts;
    }

    /** Adds a part, which may reach beyond the region's end. */
    public void add(AddressRange part) {
        region.changes().transaction(() -> {
            List<AddressRange> more = new ArrayList<>(parts);
            more.add(part);
            publish(more);
        });
    }

    /** Makes the whole region the only part, whatever size it will have. QEMU: memory_region_set_coalescing. */
    public void cover() {
        publishIfChanged(List.of(AddressRange.WHOLE));
    }

    /** Removes all parts. */
    public void clear() {
        publishIfChanged(List.of());
    }

    private void publishIfChanged(List<AddressRange> wanted) {
        region.changes().transaction(() -> {
            if (!parts.equals(wanted)) {
                publish(wanted);
            }
        });
    }

    private void publish(List<AddressRange> changed) {
        parts = List.copyOf(changed);
        if (region.isEnabled()) {
            region.changes().eventsChanged();
        }
    }
}
