// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import java.util.ArrayList;
import java.util.List;

/**
 * A radix tree over page numbers, nine bits for each level, in which each entry skips the levels below it that have only one way
 * on.
 *
 * <p>An entry has the number of a section and skips nothing, or the number of a node and how many levels down that is, or
 * leads nowhere. Pages are given in ascending order and once only. Confined to one thread. QEMU: system/physmem.c, phys_page_set and
 * phys_page_compact_all.
 */
final class DispatchNodes {
    private static final int BITS = 9;
    private static final int LEVELS = 6;
    private static final int WIDTH = 1 << BITS;
    private static final int NOWHERE = -1;

    private static final class Entry {
        int skip = 1;
        int to = NOWHERE;

        boolean isSameAs(Entry other) {
            return skip == other.skip && to == other.to;
        }

        void section(int number) {
            skip = 0;
            to = number;
        }
    }

    private final List<Entry[]> nodes = new ArrayList<>();
    private final Entry root = new Entry();

    /** Leads pages to a section. */
    void set(long firstPage, long count, int section) {
        set(root, LEVELS - 1, firstPage, firstPage + count - 1, section);
    }

    private void set(Entry from, int level, long first, long last, int section) {
        Entry[] node = from.to == NOWHERE ? newNode(from, level) : nodes.get(from.to);
        int shift = level * BITS;
        long step = 1L << shift;
        for (long at = first; at <= last; at = (at | step - 1) + 1) {
            Entry entry = node[(int) (at >>> shift) & WIDTH - 1];
            long end = at | step - 1;
            if ((at & step - 1) == 0 && end <= last) {
                entry.section(section);
            } else {
                set(entry, level - 1, at, Math.min(end, last), section);
            }
        }
    }

    /** Adds a node. On the lowest level there is always a section: the one of addresses that nobody answers. */
    private Entry[] newNode(Entry from, int level) {
        Entry[] node = new Entry[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            node[i] = new Entry();
            if (level == 0) {
                node[i].section(0);
            }
        }
        from.to = nodes.size();
        nodes.add(node);
        return node;
    }

    /** Makes entries skip nodes that have only one way on. The nodes stay in the list. */
    void compact() {
        if (root.skip != 0 && root.to != NOWHERE) {
            compact(root);
        }
    }

    private void compact(Entry entry) {
        Entry only = null;
        int ways = 0;
        for (Entry next : nodes.get(entry.to)) {
            if (next.to != NOWHERE) {
                ways++;
                only = next;
                if (next.skip != 0) {
                    compact(next);
                }
            }
        }
        if (ways == 1 && only != null) {
            entry.to = only.to;
            entry.skip = only.skip == 0 ? 0 : entry.skip + only.skip;
        }
    }

    void appendTo(StringBuilder text) {
        text.append("    Nodes (").append(BITS).append(" bits per level, ").append(LEVELS);
        text.append(" levels) ptr=[")
                .append(root.to)
                .append("] skip=")
                .append(root.skip)
                .append('\n');
        for (int i = 0; i < nodes.size(); i++) {
            text.append("      [").append(i).append("]\n");
            Entry[] node = nodes.get(i);
            for (int from = 0; from < WIDTH; ) {
                int to = from + 1;
                while (to < WIDTH && node[to].isSameAs(node[from])) {
                    to++;
                }
                append(text, from, to - 1, node[from]);
                from = to;
            }
        }
    }

    private static void append(StringBuilder text, int from, int to, Entry entry) {
        text.append('\t');
        text.append(from == to ? String.format("%3d      ", from) : String.format("%3d..%-3d ", from, to));
        text.append(" skip=").append(entry.skip).append("  ptr=");
        if (entry.to == NOWHERE) {
            text.append("NIL\n");
        } else {
            text.append(entry.skip == 0 ? "#" : "[").append(entry.to).append(entry.skip == 0 ? "\n" : "]\n");
        }
    }
}
