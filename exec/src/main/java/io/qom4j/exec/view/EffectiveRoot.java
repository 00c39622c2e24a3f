// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.MemoryRegion;
import org.jspecify.annotations.Nullable;

/**
 * The region from which rendering can as well start, so that more address spaces share a view.
 *
 * <p>An alias that shows the whole of its target from the start leads on to the target. A container that has but one enabled
 * child, which begins at 0 and fits in whole, leads on to that. A container without enabled children, or a disabled region on
 * the way, means that nothing is visible.
 *
 * <p>As in QEMU, what is left out on the way takes its flags along: a read-only alias that leads on does not make its target
 * read-only, and a target with an offset in a container of its own is then rendered at that offset.
 *
 * <p>It has no state, but looks at regions, which change: confined to the holder of the runtime's writer lock. QEMU:
 * system/memory.c, memory_region_get_flatview_root.
 */
public final class EffectiveRoot {
    private static final int MOST_STEPS = 100_000;

    private EffectiveRoot() {}

    /**
     * Returns where rendering starts; needs the writer lock.
     *
     * @param root an address space's root
     * @return the effective root, or null if nothing is visible
     * @throws MemoryMapException if the way leads round in a circle
     */
    public static @Nullable MemoryRegion of(MemoryRegion root) {
        MemoryRegion at = root;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            if (!at.isEnabled() || at.isFinalized()) {
                return null;
            }
            MemoryRegion target = at.aliasTarget();
            MemoryRegion next;
            if (target != null) {
                next = at.aliasOffset() == 0 && at.size().compareTo(target.size()) >= 0 ? target : at;
            } else if (at.content().terminates()) {
                next = at;
            } else {
                next = onlyChild(at);
            }
            if (next == null || next == at) {
                return next;
            }
            at = next;
        }
        throw new MemoryMapException(
                "the root '" + root.regionName() + "' has no end: aliases lead from '" + at.regionName()
                        + "' back to it",
                "Let one of the aliases on the way show something else.");
    }

    /** Returns the only enabled child if it can stand for its container, the container itself if not, or null if there is none. */
    private static @Nullable MemoryRegion onlyChild(MemoryRegion container) {
        MemoryRegion only = null;
        for (MemoryRegion child : container.subregions()) {
            if (child.isEnabled()) {
                if (only != null) {
                    return container;
                }
                only = child;
            }
        }
        if (only == null) {
            return null;
        }
        return only.address() == 0 && container.size().compareTo(only.size()) >= 0 ? only : container;
    }
}
