// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects by their own name, of which many may have the same.
 *
 * <p>An open-addressed table. A lone object is its own entry, so that it costs a slot and nothing else; those that share a name
 * are kept in a set. The slot of an object that left is taken again by the next that looks for one there, so that comings and
 * goings under one name do not make the way to it longer. One writer at a time, under the runtime's writer lock; readers take no
 * lock and may see an object that just left or has another name by now.
 */
final class NameTable {
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final Object REMOVED = new Object();
    private static final int SMALLEST = 64;

    /** Those that share a name. */
    private record Namesakes(String name, Set<QomObject> objects) {}

    private volatile @Nullable Object[] slots = new Object[SMALLEST];
    private int used;
    private int live;

    /** Returns the objects of this name. */
    Collection<QomObject> get(String name) {
        @Nullable Object[] current = slots;
        int mask = current.length - 1;
        for (int slot = start(name) & mask; ; slot = (slot + 1) & mask) {
            Object entry = SLOTS.getAcquire(current, slot);
            if (entry == null) {
                return List.of();
            }
            if (entry instanceof QomObject lone) {
                if (name.equals(lone.name())) {
                    return List.of(lone);
                }
            } else if (entry instanceof Namesakes many && many.name.equals(name)) {
                return many.objects;
            }
        }
    }

    /**
     * Returns a name as the one string by which objects here are called so, or as it is given if there is none: names that
     * many objects have take memory once, and are in the processor's cache.
     */
    String shared(String name) {
        @Nullable Object[] current = slots;
        int mask = current.length - 1;
        int slot = start(name) & mask;
        for (Object entry; (entry = current[slot]) != null; slot = (slot + 1) & mask) {
            String there = nameOf(entry);
            if (there != null && there.equals(name)) {
                return there;
            }
        }
        return name;
    }

    /** Adds an object, which has its name already. */
    void add(QomObject object, String name) {
        if (used * 2 >= slots.length) {
            rebuild(Spread.capacity(slots.length, live));
        }
        @Nullable Object[] current = slots;
        int mask = current.length - 1;
        int slot = start(name) & mask;
        int free = -1;
        for (Object entry; (entry = current[slot]) != null; slot = (slot + 1) & mask) {
            if (entry == REMOVED) {
                free = free < 0 ? slot : free;
            } else if (entry instanceof QomObject lone) {
                if (name.equals(lone.name())) {
                    Set<QomObject> both = ConcurrentHashMap.newKeySet();
                    both.add(lone);
                    both.add(object);
                    SLOTS.setRelease(current, slot, new Namesakes(name, both));
                    return;
                }
            } else if (entry instanceof Namesakes many && many.name.equals(name)) {
                many.objects.add(object);
                return;
            }
        }
        SLOTS.setRelease(current, free < 0 ? slot : free, object);
        used += free < 0 ? 1 : 0;
        live++;
    }

    /** Returns how many slots are not empty: taken by objects, or by what is left of them. */
    int used() {
        return used;
    }

    /** Removes an object, which still has its name. */
    void remove(QomObject object, String name) {
        @Nullable Object[] current = slots;
        int mask = current.length - 1;
        int slot = start(name) & mask;
        for (Object entry; (entry = current[slot]) != null; slot = (slot + 1) & mask) {
            if (entry instanceof Namesakes many && many.name.equals(name)) {
                many.objects.remove(object);
                if (!many.objects.isEmpty()) {
                    return;
                }
            } else if (entry != object) {
                continue;
            }
            SLOTS.setRelease(current, slot, REMOVED);
            live--;
            return;
        }
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
        int mask = made.length - 1;
        for (Object entry : old) {
            String name = nameOf(entry);
            if (name != null) {
                int slot = start(name) & mask;
                while (made[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                made[slot] = entry;
            }
        }
        used = live;
        slots = made;
    }

    private static @Nullable String nameOf(@Nullable Object entry) {
        if (entry instanceof QomObject lone) {
            return lone.name();
        }
        return entry instanceof Namesakes many ? many.name : null;
    }

    private static int start(String name) {
        return Spread.of(name.hashCode());
    }
}
