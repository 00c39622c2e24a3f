// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of trees of regions, subregions below their container, and a list of what aliases have shown on the way.
 *
 * <p>A region is shown at the sum of its own offset and those of its containers, in 64 bits that may wrap; the line says so then. What is in a
 * disabled region is shown even where the region itself is not. Confined to the runtime's writer lock. QEMU: system/memory.c,
 * mtree_print_mr.
 */
final class RegionTreeText {
    private static final String INDENT = "  ";
    private static final Comparator<MemoryRegion> PRINTED_ORDER = Comparator.<MemoryRegion>comparingLong(
                    region -> region.address() ^ Long.MIN_VALUE)
            .thenComparing(Comparator.comparingInt(MemoryRegion::priority).reversed());

    private record Step(MemoryRegion region, int level, long base) {}

    private final StringBuilder text = new StringBuilder();
    private final List<MemoryRegion> aliased = new ArrayList<>();
    private final Set<MemoryRegion> known = new HashSet<>();
    private final boolean showsOwners;
    private final boolean showsDisabled;

    RegionTreeText(boolean showsOwners, boolean showsDisabled) {
        this.showsOwners = showsOwners;
        this.showsDisabled = showsDisabled;
    }

    /** Adds address spaces that have one root. */
    void addressSpaces(List<String> names, MemoryRegion root) {
        for (String name : names) {
            text.append("address-space: ").append(name).append('\n');
        }
        tree(root);
        text.append('\n');
    }

    /** Adds what aliases show, and what aliases show there. */
    void aliased() {
        for (int i = 0; i < aliased.size(); i++) {
            MemoryRegion target = aliased.get(i);
            text.append("memory-region: ").append(target.regionName()).append('\n');
            tree(target);
            text.append('\n');
        }
    }

    /** Adds a region and what is in it; the tree may be deep, so the way through it is kept in a list. */
    private void tree(MemoryRegion root) {
        Deque<Step> ahead = new ArrayDeque<>();
        ahead.push(new Step(root, 1, 0));
        while (!ahead.isEmpty()) {
            Step step = ahead.pop();
            MemoryRegion region = step.region;
            note(region.aliasTarget());
            if (region.isEnabled() || showsDisabled) {
                text.repeat(INDENT, step.level);
                line(region, step.base);
            }
            // Sorting is stable: at one place and of one priority, the one that wins comes first.
            List<MemoryRegion> children =
                    region.subregions().stream().sorted(PRINTED_ORDER).toList();
            for (MemoryRegion child : children.reversed()) {
                ahead.push(new Step(child, step.level + 1, step.base + region.address()));
            }
        }
    }

    private void note(@Nullable MemoryRegion target) {
        if (target != null && known.add(target)) {
            aliased.add(target);
        }
    }

    private void line(MemoryRegion region, long base) {
        long first = base + region.address();
        long extent = extent(region.size());
        if (Long.compareUnsigned(first, base) < 0 || Long.compareUnsigned(first + extent, first) < 0) {
            text.append("[DETECTED OVERFLOW!] ");
        }
        MtreeText.range(text, first, first + extent);
        MtreeText.kind(text, region.priority(), region.isNonvolatile(), region.typeWord());
        MemoryRegion target = region.aliasTarget();
        if (target != null) {
            text.append("alias ").append(region.regionName());
            text.append(" @").append(target.regionName()).append(' ');
            MtreeText.range(text, region.aliasOffset(), region.aliasOffset() + extent);
        } else {
            text.append(region.regionName());
        }
        text.append(region.isEnabled() ? "" : " [disabled]");
        if (showsOwners) {
            MtreeText.owner(text, region);
        }
        text.append('\n');
    }

    /** Returns by how much the last byte's address is above the first's; an empty region is written as if it had one byte. */
    private static long extent(RegionSize size) {
        return size.isZero() ? 0 : size.last();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
