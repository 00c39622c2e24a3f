// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes flat views: walks the regions from the front to the back, and lets each paint what is still free of its part.
 *
 * <p><strong>The walk.</strong> A region's subregions come before itself, the ones that win first; an alias goes on in its target. Each step
 * carries a <em>window</em>: addresses of the view, and the offset in the region that the window's first address shows. The window is cut
 * to the region at each step and never empty. In this form 64 bits are enough: a region's own offset is only ever subtracted
 * from a larger one, and a sum that would exceed 64 bits is an offset that no region has.
 *
 * <p>The walk keeps its own stack, so that deep trees do no harm. Regions that show themselves through aliases are legal, and
 * common on some boards, as long as each round moves on; a limit on aliases within aliases stops those that do not.
 *
 * <p>Confined to the runtime's writer lock. QEMU: system/memory.c, render_memory_region, generate_memory_topology.
 */
public final class ViewRenderer {
    private static final int MOST_ALIASES_DEEP = 1 << 16;
    private static final int MOST_VISITS = 1 << 26;

    private static final int READ_ONLY = 1;
    private static final int NONVOLATILE = 1 << 1;
    private static final int UNMERGEABLE = 1 << 2;
    private static final int BACKGROUND = 1 << 3;
    private static final int ALIAS = 1 << 4;

    private final boolean isAllRamLogged;
    private final ViewPainter painter = new ViewPainter();
    private final WindowStack stack = new WindowStack();

    private ViewRenderer(boolean isAllRamLogged) {
        this.isAllRamLogged = isAllRamLogged;
    }

    /**
     * Makes the view from an effective root; needs the writer lock.
     *
     * @param root the effective root, or null
     * @param isAllRamLogged whether migration follows all RAM
     * @throws MemoryMapException if aliases lead round in a circle
     */
    public static FlatView render(@Nullable MemoryRegion root, boolean isAllRamLogged) {
        return root == null ? FlatView.EMPTY : new FlatView(root, new ViewRenderer(isAllRamLogged).rangesOf(root));
    }

    private List<FlatRange> rangesOf(MemoryRegion root) {
        pushPlaced(root, 0, -1, 0, 0);
        for (int visits = 0; stack.pop(); visits++) {
            if (visits == MOST_VISITS) {
                throw new MemoryMapException(
                        "the view of '" + root.regionName() + "' has no end: aliases within aliases show '"
                                + stack.region().regionName() + "' more than " + MOST_VISITS + " times",
                        "Let fewer aliases show what aliases show already.");
            }
            visit(stack.region(), stack.first(), stack.last(), stack.offset(), stack.flags());
        }
        return painter.ranges();
    }

    private void visit(MemoryRegion region, long first, long last, long offset, int flags) {
        if ((flags & BACKGROUND) != 0) {
            paint(region, first, last, offset, flags);
            return;
        }
        MemoryRegion target = region.aliasTarget();
        if (target != null) {
            if (flags >= ALIAS * MOST_ALIASES_DEEP) {
                throw new MemoryMapException(
                        "alias '" + region.regionName() + "' shows '" + target.regionName()
                                + "' within itself more than " + MOST_ALIASES_DEEP + " times",
                        "Let the alias show a part of '" + target.regionName() + "' that it is not in.");
            }
            pushShown(target, first, last, offset, region.aliasOffset(), flags + ALIAS);
            return;
        }
        List<MemoryRegion> subregions = region.subregions();
        if (subregions.isEmpty()) {
            paint(region, first, last, offset, flags);
            return;
        }
        stack.push(region, first, last, offset, flags | BACKGROUND);
        for (MemoryRegion child : subregions.reversed()) {
            pushPlaced(child, first, last, offset, flags);
        }
    }

    /** Goes on in a region that is placed at its address in what the window shows. */
    private void pushPlaced(MemoryRegion region, long first, long last, long offset, int flags) {
        long address = region.address();
        if (Long.compareUnsigned(address, offset) <= 0) {
            push(region, first, last, offset - address, flags);
        } else if (Long.compareUnsigned(address - offset, last - first) <= 0) {
            push(region, first + (address - offset), last, 0, flags);
        }
    }

    /** Goes on in an alias's target, which the window shows from another offset on. */
    private void pushShown(MemoryRegion target, long first, long last, long offset, long shift, int flags) {
        long shown = offset + shift;
        if (Long.compareUnsigned(shown, shift) >= 0) {
            push(target, first, last, shown, flags);
        }
    }

    /** Cuts the window to the region's size, and puts it on the stack unless nothing is left. */
    private void push(MemoryRegion region, long first, long last, long offset, int flags) {
        RegionSize size = region.size();
        if (!region.isEnabled() || region.isFinalized() || size.isZero()) {
            return;
        }
        long lastOffset = size.last();
        if (Long.compareUnsigned(offset, lastOffset) > 0) {
            return;
        }
        long end = Long.compareUnsigned(lastOffset - offset, last - first) < 0 ? first + (lastOffset - offset) : last;
        stack.push(region, first, end, offset, flags | flagsOf(region));
    }

    private static int flagsOf(MemoryRegion region) {
        return (region.isReadOnly() ? READ_ONLY : 0)
                | (region.isNonvolatile() ? NONVOLATILE : 0)
                | (region.isUnmergeable() ? UNMERGEABLE : 0);
    }

    private void paint(MemoryRegion region, long first, long last, long offset, int flags) {
        if (region.content().terminates()) {
            painter.paint(new FlatRange(
                    first,
                    last,
                    region,
                    offset,
                    dirtyLogMask(region),
                    region.isInRomMode(),
                    (flags & READ_ONLY) != 0,
                    (flags & NONVOLATILE) != 0,
                    (flags & UNMERGEABLE) != 0));
        }
    }

    private int dirtyLogMask(MemoryRegion region) {
        int mask = region.dirtyLog().mask();
        return isAllRamLogged && region.memory() != null ? mask | DirtyClient.MIGRATION.mask() : mask;
    }
}
