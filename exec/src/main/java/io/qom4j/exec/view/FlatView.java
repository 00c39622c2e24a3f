// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.MemoryRegion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is visible from a root region: who answers at each address, in ascending order, without overlaps.
 *
 * <p>A view never changes; when regions change, another one is made. Address spaces whose roots come to the same
 * {@linkplain EffectiveRoot effective root} share one.
 *
 * <p>Immutable. QEMU: system/memory.c, struct FlatView.
 */
public final class FlatView {
    /** The view of nothing. */
    public static final FlatView EMPTY = new FlatView(null, List.of());

    private final @Nullable MemoryRegion root;
    private final List<FlatRange> ranges;
    private final RangeIndex index;
    private final @Nullable FlatRange[] pieces;

    FlatView(@Nullable MemoryRegion root, List<FlatRange> ranges) {
        this.root = root;
        this.ranges = List.copyOf(ranges);
        long[] starts = new long[ranges.size() * 2 + 1];
        pieces = new FlatRange[starts.length];
        int count = 0;
        long next = 0;
        boolean isFull = false;
        for (FlatRange range : this.ranges) {
            if (range.first() != next) {
                starts[count++] = next;
            }
            pieces[count] = range;
            starts[count++] = range.first();
            next = range.last() + 1;
            isFull = next == 0;
        }
        if (!isFull) {
            starts[count++] = next;
        }
        index = new RangeIndex(Arrays.copyOf(starts, count));
    }

    /** Returns the region at which rendering started, or null if there was nothing to render. */
    public @Nullable MemoryRegion root() {
        return root;
    }

    /** Returns the ranges, lowest address first. */
    public List<FlatRange> ranges() {
        return ranges;
    }

    /** Returns the table of the pieces that the ranges and the holes between them are. */
    public RangeIndex index() {
        return index;
    }

    /** Returns the range that a piece is, or null if it is a hole. */
    public @Nullable FlatRange piece(int number) {
        return pieces[number];
    }

    /** Returns the range that holds an address, or null if nobody answers there. */
    public @Nullable FlatRange find(long address) {
        return pieces[index.find(address)];
    }

    @Override
    public String toString() {
        return (root == null ? "(none)" : root.regionName()) + " " + ranges;
    }
}
