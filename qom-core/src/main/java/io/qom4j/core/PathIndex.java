// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the tree by their canonical path, so that an absolute path costs one probe instead of one for each part.
 *
 * <p>No path is kept here. A slot holds an object alone, in a table with {@link Marks} of the hash that a string caches; the
 * hash of an object's path is put together from those of the names on the way. A reader checks the object that it finds
 * upwards, name by name, so that what left the tree a moment ago, or is there under another path by now, is never taken for
 * what was asked for. What is not found may still be there: deeper than {@link #DEEPEST}, behind a link, or by a path that is
 * written otherwise. Then the path is walked.
 *
 * <p>One writer at a time, under the runtime's writer lock; readers take no lock.
 */
final class PathIndex {
    /** An object with more owners than this is not listed, so that listing costs little however deep a tree is. */
    private static final int DEEPEST = 32;

    private static final int SMALLEST = 64;
    private static final int RADIX = 31;
    private static final long NOT_LISTED = -1;
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(QomObject[].class);

    /** The slots and their marks. */
    private static final class Table {
        final Marks marks;
        final @Nullable QomObject[] slots;

        Table(int size) {
            marks = new Marks(size);
            slots = new QomObject[size];
        }

        /** Puts an object into the next slot that is empty or was left; returns whether it was empty. */
        boolean put(int hash, QomObject object) {
            int slot = marks.free(hash);
            boolean wasEmpty = marks.isEmpty(slot);
            SLOTS.setRelease(slots, slot, object);
            marks.take(slot, hash);
            return wasEmpty;
        }
    }

    private final QomObject root;
    private volatile Table table = new Table(SMALLEST);
    private int used;
    private int live;

    /** The owner of what came last, until something leaves, and the hash of its path. */
    private @Nullable QomObject lastParent;

    private int lastHash;

    PathIndex(QomObject root) {
        this.root = root;
    }

    /** Returns the object with this canonical path, or null if it is not listed. */
    @Nullable QomObject find(String path) {
        Table current = table;
        int hash = path.hashCode();
        for (int slot = current.marks.first(hash); slot >= 0; slot = current.marks.next(hash, slot)) {
            QomObject object = (QomObject) SLOTS.getAcquire(current.slots, slot);
            if (object != null && isPathOf(object, path)) {
                return object;
            }
        }
        return null;
    }

    private boolean isPathOf(QomObject object, String path) {
        int end = path.length();
        QomObject each = object;
        while (each != root) {
            QomObject parent = each.parent();
            String name = each.lastName();
            if (parent == null || name == null) {
                return false;
            }
            int start = end - name.length();
            if (start < 1
                    || path.charAt(start - 1) != '/'
                    || !path.startsWith(name, start)
                    || each.parent() != parent) {
                return false;
            }
            end = start - 1;
            each = parent;
        }
        return end == 0;
    }

    void entered(QomObject object) {
        long hash = hash(object);
        if (hash == NOT_LISTED) {
            return;
        }
        if (used * 2 >= table.slots.length) {
            rebuild(Spread.capacity(table.slots.length, live));
        }
        used += table.put((int) hash, object) ? 1 : 0;
        live++;
    }

    /** Returns how many slots are not empty: taken by objects, or by what is left of them. */
    int used() {
        return used;
    }

    void left(QomObject object) {
        long hash = hash(object);
        lastParent = null;
        if (hash == NOT_LISTED) {
            return;
        }
        Table current = table;
        for (int slot = current.marks.first((int) hash); slot >= 0; slot = current.marks.next((int) hash, slot)) {
            if (current.slots[slot] == object) {
                current.marks.leave(slot);
                SLOTS.setRelease(current.slots, slot, null);
                live--;
                return;
            }
        }
    }

    /** Makes room for so many more objects at once. */
    void expect(int more) {
        int size = table.slots.length;
        if ((used + more) * 2L >= size) {
            rebuild(Math.max(size, Spread.roomFor(live + more)));
        }
    }

    private void rebuild(int size) {
        Table made = new Table(size);
        for (QomObject object : table.slots) {
            if (object != null) {
                made.put((int) hash(object), object);
            }
        }
        used = live;
        table = made;
    }

    /** Returns the hash of an object's path, without sign, or {@link #NOT_LISTED}. */
    private long hash(QomObject object) {
        QomObject parent = object.parent();
        String name = object.name();
        if (parent == null || name == null || (parent != lastParent && !knowParent(parent))) {
            return NOT_LISTED;
        }
        int hash = lastHash;
        for (int i = name.length(); i > 0; i--) {
            hash *= RADIX;
        }
        return Integer.toUnsignedLong(hash + name.hashCode());
    }

    /** Remembers the hash of a parent's path and the slash behind it, for its next children; returns false if it is too deep. */
    private boolean knowParent(QomObject parent) {
        int hash = '/';
        int power = RADIX;
        QomObject each = parent;
        for (int depth = 1; each != root; depth++) {
            QomObject above = each.parent();
            String name = each.name();
            if (above == null || name == null || depth == DEEPEST) {
                return false;
            }
            hash += name.hashCode() * power;
            for (int i = name.length(); i > 0; i--) {
                power *= RADIX;
            }
            hash += '/' * power;
            power *= RADIX;
            each = above;
        }
        lastParent = parent;
        lastHash = hash;
        return true;
    }
}
