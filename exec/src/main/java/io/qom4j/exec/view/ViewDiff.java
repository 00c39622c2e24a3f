// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import java.util.List;

/**
 * What changed from one flat view to the next, as calls of listeners.
 *
 * <p>Two passes over both views in ascending order: the first announces what goes, the second what stays and what comes. Of a
 * range that stays, changes in who logs its writes are announced as well.
 *
 * <p>Thread-safe: it has no state, and views are immutable. QEMU: system/memory.c,
 * address_space_update_topology_pass.
 */
public final class ViewDiff {
    private ViewDiff() {}

    /**
     * Announces the changes.
     *
     * @param calls how to call the listeners, and in which order
     */
    public static void deliver(FlatView from, FlatView to, ListenerCalls calls) {
        pass(from.ranges(), to.ranges(), calls, false);
        pass(from.ranges(), to.ranges(), calls, true);
    }

    private static void pass(List<FlatRange> from, List<FlatRange> to, ListenerCalls calls, boolean isAdding) {
        int old = 0;
        int now = 0;
        while (old < from.size() || now < to.size()) {
            FlatRange before = old < from.size() ? from.get(old) : null;
            FlatRange after = now < to.size() ? to.get(now) : null;
            if (before != null && after != null && before.showsSameAs(after)) {
                if (isAdding) {
                    stays(before, after, calls);
                }
                old++;
                now++;
            } else if (before != null && (after == null || Long.compareUnsigned(before.first(), after.first()) <= 0)) {
                if (!isAdding) {
                    calls.backward(listener -> listener.regionDel(before));
                }
                old++;
            } else if (after != null) {
                if (isAdding) {
                    comes(after, calls);
                }
                now++;
            }
        }
    }

    private static void stays(FlatRange before, FlatRange after, ListenerCalls calls) {
        calls.forward(listener -> listener.regionNop(after));
        int oldMask = before.dirtyLogMask();
        int newMask = after.dirtyLogMask();
        if ((newMask & ~oldMask) != 0) {
            calls.forward(listener -> listener.logStart(after, oldMask, newMask));
        }
        if ((oldMask & ~newMask) != 0) {
            calls.backward(listener -> listener.logStop(after, oldMask, newMask));
        }
    }

    private static void comes(FlatRange after, ListenerCalls calls) {
        calls.forward(listener -> listener.regionAdd(after));
        if (after.dirtyLogMask() != 0) {
            calls.forward(listener -> listener.logStart(after, 0, after.dirtyLogMask()));
        }
    }
}
