// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.region.AddressRange;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.ListenerCalls;
import io.qom4j.exec.view.MemoryListener;
import java.util.List;
import java.util.function.Predicate;

/**
 * Following writes to RAM as a whole: for migration, and for what measures or limits the rate of writes.
 *
 * <p>While anybody follows, all writes to RAM through address spaces are marked for {@link DirtyClient#MIGRATION}. Accelerators that
 * keep logs of their own are asked for them through listeners.
 *
 * <p>Thread-safe: everything takes the runtime's writer lock. QEMU: system/memory.c, memory_global_dirty_log_start and
 * memory_global_dirty_log_sync.
 */
public final class DirtyTracking {
    /** Migration follows. */
    public static final int MIGRATION = 1;

    /** A measurement of the rate of writes follows. */
    public static final int DIRTY_RATE = 1 << 1;

    /** A limit on the rate of writes follows. */
    public static final int LIMIT = 1 << 2;

    private static final int ALL = MIGRATION | DIRTY_RATE | LIMIT;

    private final MemoryTopology topology;
    private int followers;

    DirtyTracking(MemoryTopology topology) {
        this.topology = topology;
    }

    /** Tells whether anybody follows all RAM. */
    public boolean isAllRamLogged() {
        return followers != 0;
    }

    /** Returns who follows: bits such as {@link #MIGRATION}. */
    public int followers() {
        return followers;
    }

    /** Begins to follow all RAM; those that do so already do not count. */
    public void start(int newFollowers) {
        requireFollowers(newFollowers);
        topology.transaction(() -> {
            boolean isFirst = followers == 0;
            followers |= newFollowers;
            if (isFirst) {
                ListenerCalls calls = new ListenerCalls(topology.listeners().all());
                calls.forward(MemoryListener::logGlobalStart);
                topology.topologyChanged();
                calls.rethrow();
            }
        });
    }

    /** Ends following all RAM; those that do not do so do not count. */
    public void stop(int oldFollowers) {
        requireFollowers(oldFollowers);
        topology.qom().exclusively(() -> {
            boolean wasOn = followers != 0;
            followers &= ~oldFollowers;
            if (wasOn && followers == 0) {
                topology.transaction(topology::topologyChanged);
                ListenerCalls calls = new ListenerCalls(topology.listeners().all());
                calls.backward(MemoryListener::logGlobalStop);
                calls.rethrow();
            }
        });
    }

    private static void requireFollowers(int bits) {
        if (bits == 0 || (bits & ~ALL) != 0) {
            throw new IllegalArgumentException("followers are a combination of 1, 2 and 4, not " + bits);
        }
    }

    /**
     * Asks all listeners for what they know of writes to all RAM.
     *
     * @param isLastStage whether the guest is stopped and this is the last time
     */
    public void sync(boolean isLastStage) {
        topology.qom().exclusively(() -> syncRanges(range -> true, isLastStage));
    }

    /** Asks listeners for what they know of writes to one region. QEMU: memory_region_sync_dirty_bitmap. */
    public void sync(MemoryRegion region) {
        topology.qom().exclusively(() -> syncRanges(range -> range.region() == region, false));
    }

    /** Tells listeners that a synchronisation is over. */
    public void afterSync() {
        topology.qom().exclusively(() -> {
            ListenerCalls calls = new ListenerCalls(topology.listeners().all());
            calls.forward(MemoryListener::logGlobalAfterSync);
            calls.rethrow();
        });
    }

    private void syncRanges(Predicate<FlatRange> wanted, boolean isLastStage) {
        ListenerCalls failures = new ListenerCalls(List.of());
        for (MemoryListener listener : topology.listeners().all()) {
            ListenerCalls one = new ListenerCalls(List.of(listener));
            if (listener.syncsGlobally()) {
                one.forward(each -> each.logSyncGlobal(isLastStage));
            } else {
                for (FlatRange range : rangesOf(listener)) {
                    if (range.dirtyLogMask() != 0 && wanted.test(range)) {
                        one.forward(each -> each.logSync(range));
                    }
                }
            }
            failures.absorb(one);
        }
        failures.rethrow();
    }

    /**
     * Tells listeners that dirty bits of a part of a region were read and cleared.
     *
     * @param offsets the part
     */
    public void clear(MemoryRegion region, AddressRange offsets) {
        topology.qom().exclusively(() -> {
            ListenerCalls failures = new ListenerCalls(List.of());
            for (MemoryListener listener : topology.listeners().all()) {
                ListenerCalls one = new ListenerCalls(List.of(listener));
                for (FlatRange range : rangesOf(listener)) {
                    if (range.dirtyLogMask() != 0 && range.region() == region) {
                        FlatRange part = range.partWithOffsets(offsets);
                        if (part != null) {
                            one.forward(each -> each.logClear(part));
                        }
                    }
                }
                failures.absorb(one);
            }
            failures.rethrow();
        });
    }

    private List<FlatRange> rangesOf(MemoryListener listener) {
        for (AddressSpace space : topology.spaces()) {
            if (space.listeners().contains(listener)) {
                return space.view().ranges();
            }
        }
        return List.of();
    }
}
