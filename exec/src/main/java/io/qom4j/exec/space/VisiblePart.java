// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.AddressRange;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.ListenerCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a region to which writes may be gathered, as it can be seen in an address space.
 *
 * <p>Immutable. QEMU: system/memory.c, flat_range_coalesced_io_notify.
 *
 * @param range where it can be seen
 * @param addresses the addresses of such writes, all of them in the range
 */
record VisiblePart(FlatRange range, AddressRange addresses) {

    /** Returns the parts that can be seen in a view, by address. */
    static List<VisiblePart> in(FlatView view) {
        List<VisiblePart> visible = new ArrayList<>();
        for (FlatRange range : view.ranges()) {
            for (AddressRange part : range.region().coalescing().parts()) {
                FlatRange shown = range.partWithOffsets(part);
                if (shown != null) {
                    visible.add(new VisiblePart(range, shown.range()));
                }
            }
        }
        return List.copyOf(visible);
    }

    /** Tells listeners which parts have gone: to be called before they hear that ranges have gone. */
    static void deliverGone(List<VisiblePart> from, List<VisiblePart> to, ListenerCalls calls) {
        for (VisiblePart each : missing(from, to)) {
            calls.backward(listener -> listener.coalescedIoDel(each.range, each.addresses));
        }
    }

    /** Tells listeners which parts have come: to be called after they have heard which ranges have come. */
    static void deliverCome(List<VisiblePart> from, List<VisiblePart> to, ListenerCalls calls) {
        for (VisiblePart each : missing(to, from)) {
            calls.forward(listener -> listener.coalescedIoAdd(each.range, each.addresses));
        }
    }

    /** Returns what is in one list and not, or not as often, in the other. */
    private static List<VisiblePart> missing(List<VisiblePart> from, List<VisiblePart> others) {
        if (from.isEmpty() || from.equals(others)) {
            return List.of();
        }
        Map<VisiblePart, Integer> counts = new HashMap<>();
        for (VisiblePart each : others) {
            counts.merge(each.withoutLog(), 1, Integer::sum);
        }
        List<VisiblePart> missing = new ArrayList<>();
        for (VisiblePart each : from) {
            VisiblePart key = each.withoutLog();
            int count = counts.getOrDefault(key, 0);
            if (count == 0) {
                missing.add(each);
            } else {
                counts.put(key, count - 1);
            }
        }
        return missing;
    }

    /** Returns what makes two of them one: who logs writes does not count. */
    private VisiblePart withoutLog() {
        return new VisiblePart(range.withDirtyLogMask(0), addresses);
    }
}
