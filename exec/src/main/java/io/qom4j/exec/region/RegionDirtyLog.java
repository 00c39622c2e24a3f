// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.exec.ram.DirtyClient;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who wants the writes to one region to be logged.
 *
 * <p>Requests are counted for each client. What migration wants does not stand here: it wants all RAM, in all regions.
 *
 * <p>Thread-safe; changes take the runtime's writer lock. QEMU: system/memory.c, memory_region_set_log.
 */
public final class RegionDirtyLog {
    private final MemoryRegion region;
    private final Map<DirtyClient, Integer> users = new EnumMap<>(DirtyClient.class);
    private volatile int mask;

    RegionDirtyLog(MemoryRegion region) {
        this.region = region;
    }

    /** Returns the clients that asked, one bit each. */
    public int mask() {
        return mask;
    }

    /**
     * Turns logging on for a client; each call needs one {@link #stop}.
     *
     * @throws IllegalArgumentException for migration, which follows all RAM at once
     */
    public void start(DirtyClient client) {
        change(client, 1);
    }

    /**
     * Takes one request back.
     *
     * @throws IllegalStateException if the client has none
     */
    public void stop(DirtyClient client) {
        change(client, -1);
    }

    private void change(DirtyClient client, int by) {
        if (client == DirtyClient.MIGRATION) {
            throw new IllegalArgumentException(
                    "migration follows all RAM: start the global dirty log instead of that of '" + region.regionName()
                            + "'");
        }
        region.changes().transaction(() -> {
            int count = users.getOrDefault(client, 0) + by;
            if (count < 0) {
                throw new IllegalStateException(
                        "logging of '" + region.regionName() + "' is not on for client " + client);
            }
            users.put(client, count);
            int wanted = (mask & ~client.mask()) | (count > 0 ? client.mask() : 0);
            if (wanted != mask) {
                mask = wanted;
                if (region.isEnabled()) {
                    region.changes().topologyChanged();
                }
            }
        });
    }
}
