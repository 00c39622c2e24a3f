// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A canvas on which the first paint stays: ranges are painted one after the other, each where nothing was painted before.
 *
 * <p>Nothing is cut until all strokes are known. Then the ends of all strokes, sorted, divide the canvas into at most twice as many
 * cells, none of which any stroke covers in part. Strokes are drawn in order; a cell once drawn is skipped from then on by a table of "next
 * free cell" that shortens itself (a disjoint-set forest). A stroke's first cell is looked for from the previous one's, because siblings
 * mostly come in the order of their addresses, up or down. So n strokes take O(n log n), however they overlap; looking for the gaps
 * between pieces already drawn, one by one, would take O(n^2).
 *
 * <p>Confined to one thread. QEMU: system/memory.c, the end of render_memory_region, and flatview_simplify.
 */
final class ViewPainter {
    private static final int FREE = -1;

    private final List<FlatRange> strokes = new ArrayList<>();

    /** Paints a range where nothing was painted yet. */
    void paint(FlatRange stroke) {
        strokes.add(stroke);
    }

    /** Returns what can be seen in the end, in order; neighbours that show one thing are one range. */
    List<FlatRange> ranges() {
        long[] cells = cells();
        int[] painters = new int[cells.length];
        Arrays.fill(painters, FREE);
        draw(cells, painters);
        return collect(cells, painters);
    }

    /** Returns the first address of each cell, ascending, with the top bit flipped so that signed order is address order. */
    private long[] cells() {
        long[] ends = new long[strokes.size() * 2];
        int count = 0;
        for (FlatRange stroke : strokes) {
            ends[count++] = stroke.first() ^ Long.MIN_VALUE;
            if (stroke.last() != -1) {
                ends[count++] = (stroke.last() + 1) ^ Long.MIN_VALUE;
            }
        }
        Arrays.sort(ends, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || ends[i] != ends[i - 1]) {
                ends[distinct++] = ends[i];
            }
        }
        return Arrays.copyOf(ends, distinct);
    }

    private void draw(long[] cells, int[] painters) {
        int[] nextFree = new int[cells.length + 1];
        for (int i = 0; i < nextFree.length; i++) {
            nextFree[i] = i;
        }
        int first = 0;
        for (int i = 0; i < strokes.size(); i++) {
            FlatRange stroke = strokes.get(i);
            long last = stroke.last() ^ Long.MIN_VALUE;
            first = find(cells, stroke.first() ^ Long.MIN_VALUE, first);
            int cell = free(nextFree, first);
            while (cell < cells.length && cells[cell] <= last) {
                painters[cell] = i;
                nextFree[cell] = cell + 1;
                cell = free(nextFree, cell + 1);
            }
        }
    }

    /** Returns the place of a key that is there: in steps that double, from where it is likely to be, then by bisection. */
    private static int find(long[] cells, long key, int likely) {
        int low = likely;
        int high = likely + 1;
        int step = 1;
        while (low > 0 && cells[low] > key) {
            high = low;
            low = Math.max(0, low - step);
            step <<= 1;
        }
        while (high < cells.length && cells[high] <= key) {
            low = high;
            high = Math.min(cells.length, high + step);
            step <<= 1;
        }
        return Arrays.binarySearch(cells, low, high, key);
    }

    private static int free(int[] nextFree, int from) {
        int cell = from;
        while (nextFree[cell] != cell) {
            nextFree[cell] = nextFree[nextFree[cell]];
            cell = nextFree[cell];
        }
        return cell;
    }

    private List<FlatRange> collect(long[] cells, int[] painters) {
        List<FlatRange> ranges = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            int painter = painters[cell];
            if (painter == FREE) {
                continue;
            }
            int lastCell = cell;
            while (lastCell + 1 < cells.length && painters[lastCell + 1] == painter) {
                lastCell++;
            }
            FlatRange stroke = strokes.get(painter);
            long first = cells[cell] ^ Long.MIN_VALUE;
            long last = lastCell + 1 < cells.length ? (cells[lastCell + 1] ^ Long.MIN_VALUE) - 1 : -1;
            add(ranges, piece(stroke, first, last));
            cell = lastCell;
        }
        return ranges;
    }

    private static FlatRange piece(FlatRange stroke, long first, long last) {
        return first == stroke.first() && last == stroke.last() ? stroke : stroke.between(first, last);
    }

    private static void add(List<FlatRange> ranges, FlatRange next) {
        if (!ranges.isEmpty() && ranges.getLast().continuesWith(next)) {
            ranges.set(ranges.size() - 1, ranges.getLast().upTo(next.last()));
        } else {
            ranges.add(next);
        }
    }
}
