// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.IoEvent;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.ListenerCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An event of a region as it can be seen in an address space.
 *
 * <p>Immutable. QEMU: system/memory.c, address_space_update_ioeventfds.
 *
 * @param range where it can be seen
 * @param address the address of the write
 * @param event the region's event
 */
record VisibleEvent(FlatRange range, long address, IoEvent event) {

    /** What makes two of them one, whatever happens around. */
    private record Key(long address, IoEvent event) {}

    /** Returns the events that can be seen in a view, by address. */
    static List<VisibleEvent> in(FlatView view) {
        List<VisibleEvent> visible = new ArrayList<>();
        for (FlatRange range : view.ranges()) {
            for (IoEvent event : range.region().events().list()) {
                long distance = event.offset() - range.offset();
                long extent = range.last() - range.first();
                long more = Math.max(event.size(), 1) - 1L;
                if (Long.compareUnsigned(event.offset(), range.offset()) >= 0
                        && Long.compareUnsigned(distance, extent) <= 0
                        && Long.compareUnsigned(extent - distance, more) >= 0) {
                    visible.add(new VisibleEvent(range, range.first() + distance, event));
                }
            }
        }
        return List.copyOf(visible);
    }

    /** Tells listeners which events have gone and which have come. */
    static void deliver(List<VisibleEvent> from, List<VisibleEvent> to, ListenerCalls calls) {
        if (from.isEmpty() && to.isEmpty()) {
            return;
        }
        Set<Key> before = keys(from);
        Set<Key> after = keys(to);
        for (VisibleEvent each : from) {
            if (!after.contains(each.key())) {
                calls.forward(listener -> listener.eventDel(each.range, each.address, each.event));
            }
        }
        for (VisibleEvent each : to) {
            if (!before.contains(each.key())) {
                calls.forward(listener -> listener.eventAdd(each.range, each.address, each.event));
            }
        }
    }

    private static Set<Key> keys(List<VisibleEvent> events) {
        Set<Key> keys = new HashSet<>();
        for (VisibleEvent each : events) {
            keys.add(each.key());
        }
        return keys;
    }

    private Key key() {
        return new Key(address, event);
    }
}
