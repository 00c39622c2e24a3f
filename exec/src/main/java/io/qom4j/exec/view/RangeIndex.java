// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that finds the piece of the address space in which an address lies.
 *
 * <p>The pieces are the ranges of a flat view and the holes between them, numbered upwards from address 0; together they are all
 * addresses.
 *
 * <p><strong>How.</strong> A node covers the addresses from the first to the last of some starts of pieces, in equal steps, about two for each
 * start. A step's slot says in which piece the step begins; a few comparisons lead from there to the piece wanted. Where a
 * step has too many starts, as 8-byte registers have beside gigabytes of RAM, its slot leads to a node of its own. Starts that are
 * spread evenly need one node; each further one is at least eight times as fine. QEMU's radix tree over page numbers has the same
 * purpose; this one needs no second kind of table for what is smaller than a page.
 *
 * <p>Immutable. QEMU: system/physmem.c, phys_page_find.
 */
public final class RangeIndex {
    private static final int MOST_COMPARED = 4;
    private static final int FEWEST_SLOTS = 16;

    private final long[] starts;
    private final Node root;

    /** A table over some of the starts; slots are numbers of pieces, or -1 less a number of a finer node. */
    private static final class Node {
        final long first;
        final long extent;
        final int shift;
        final int below;
        final int above;
        final int[] slots;
        final Node[] finer;

        Node(long first, long extent, int shift, int below, int above, int[] slots, Node[] finer) {
            this.first = first;
            this.extent = extent;
            this.shift = shift;
            this.below = below;
            this.above = above;
            this.slots = slots;
            this.finer = finer;
        }
    }

    /**
     * Makes the table.
     *
     * @param starts the first address of each piece, unsigned, ascending; the first one is 0
     */
    RangeIndex(long[] starts) {
        this.starts = starts;
        this.root = node(0, starts.length - 1);
    }

    /** Returns how many pieces there are: ranges and holes. */
    public int size() {
        return starts.length;
    }

    /** Returns the first address of a piece. */
    public long start(int piece) {
        return starts[piece];
    }

    /** Returns the last address of a piece. */
    public long last(int piece) {
        return piece + 1 < starts.length ? starts[piece + 1] - 1 : -1;
    }

    /** Returns the number of the piece that holds an address. */
    public int find(long address) {
        Node node = root;
        while (true) {
            long distance = address - node.first;
            if (Long.compareUnsigned(distance, node.extent) > 0) {
                return Long.compareUnsigned(address, node.first) < 0 ? node.below : node.above;
            }
            int piece = node.slots[(int) (distance >>> node.shift)];
            if (piece >= 0) {
                while (piece + 1 < starts.length && Long.compareUnsigned(starts[piece + 1], address) <= 0) {
                    piece++;
                }
                return piece;
            }
            node = node.finer[-1 - piece];
        }
    }

    /** Makes the node over the starts {@code from} to {@code to}, both included. */
    private Node node(int from, int to) {
        long first = starts[from];
        long extent = starts[to] - first;
        int wanted = Math.max(FEWEST_SLOTS, Integer.highestOneBit(to - from + 1) * 4);
        int shift = 0;
        while (Long.compareUnsigned(extent >>> shift, wanted) >= 0) {
            shift++;
        }
        int[] slots = new int[(int) (extent >>> shift) + 1];
        List<Node> finer = new ArrayList<>();
        int piece = from;
        for (int slot = 0; slot < slots.length; slot++) {
            // The step's starts are those from 'piece + 1' on whose distance has this slot's number.
            int next = piece;
            while (next < to && (starts[next + 1] - first) >>> shift == slot) {
                next++;
            }
            if (next - piece > MOST_COMPARED) {
                finer.add(node(piece + 1, next));
                slots[slot] = -finer.size();
            } else {
                slots[slot] = piece;
            }
            piece = next;
        }
        return new Node(first, extent, shift, Math.max(from - 1, 0), to, slots, finer.toArray(Node[]::new));
    }
}
