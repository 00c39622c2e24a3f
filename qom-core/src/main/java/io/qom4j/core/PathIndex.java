// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the tree by their canonical path, so that an absolute path costs one probe instead of one for each part.
 *
 * <p>No path is kept here. A slot holds an object alone, in a table that is addressed by the hash that a string caches; the
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
    private static final int TOO_DEEP = 0;
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final Object REMOVED = new Object();

    private final QomObject root;
    private volatile @Nullable Object[] slots = new Object[SMALLEST];
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
        @Nullable Object[] current = slots;
        int mask = current.length - 1;
        for (int slot = spread(path.hashCode()) & mask; ; slot = (slot + 1) & mask) {
            Object entry = SLOTS.getAcquire(current, slot);
            if (entry == null) {
                return null;
            }
            if (entry != REMOVED && isPathOf((QomObject) entry, path)) {
                return (QomObject) entry;
            }
        }
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
        int hash = hash(object);
        if (hash == TOO_DEEP) {
            return;
        }
        if (used * 2 >= slots.length) {
            rebuild(Spread.capacity(slots.length, live));
        }
        used += put(slots, hash, object) ? 1 : 0;
        live++;
    }

    /** Returns how many slots are not empty: taken by objects, or by what is left of them. */
    int used() {
        return used;
    }

    void left(QomObject object) {
        int hash = hash(object);
        lastParent = null;
        if (hash == TOO_DEEP) {
            return;
        }
        @Nullable Object[] current = slots;
        int mask = current.length - 1;
        for (int slot = hash & mask; current[slot] != null; slot = (slot + 1) & mask) {
            if (current[slot] == object) {
                SLOTS.setRelease(current, slot, REMOVED);
                live--;
                return;
            }
        }
    }

    /** Puts an object into the next slot that is empty or was left; returns whether it was empty. */
    private static boolean put(@Nullable Object[] into, int hash, Object entry) {
        int mask = into.length - 1;
        int slot = hash & mask;
        while (into[slot] != null && into[slot] != REMOVED) {
            slot = (slot + 1) & mask;
        }
        boolean wasEmpty = into[slot] == null;
        SLOTS.setRelease(into, slot, entry);
        return wasEmpty;
    }

    /** Makes room for so many more objects at once. */
    void expect(int more) {
        if ((used + more) * 2L >= slots.length) {
            rebuild(Math.max(slots.length, Spread.roomFor(live + more)));
        }
    }

    private void rebuild(int size) {
        @Nullable Object[] old = slots;
        @Nullable Object[] made = new Object[size];
        for (Object entry : old) {
            if (entry instanceof QomObject object) {
                put(made, hash(object), object);
            }
        }
        used = live;
        slots = made;
    }

    /** Returns where the search for an object begins, which is never {@link #TOO_DEEP} for one that is listed. */
    private int hash(QomObject object) {
        QomObject parent = object.parent();
        String name = object.name();
        if (parent == null || name == null || (parent != lastParent && !knowParent(parent))) {
            return TOO_DEEP;
        }
        int hash = lastHash;
        for (int i = name.length(); i > 0; i--) {
            hash *= RADIX;
        }
        return spread(hash + name.hashCode());
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

    private static int spread(int hash) {
        return Spread.of(hash) | Integer.MIN_VALUE;
    }
}
