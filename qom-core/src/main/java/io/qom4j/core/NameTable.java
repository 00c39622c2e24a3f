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
 * <p>An open-addressed table with {@link Marks}. A lone object is its own entry, so that it costs a slot and nothing else; those that share a name
 * are kept in a set. The slot of an object that left is taken again by the next that looks for one there, so that comings and
 * goings under one name do not make the way to it longer. One writer at a time, under the runtime's writer lock; readers take no
 * lock and may see an object that just left or has another name by now.
 */
final class NameTable {
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final int SMALLEST = 64;

    /** Those that share a name. */
    private record Namesakes(String name, Set<QomObject> objects) {}

    /** The slots and their marks. */
    private static final class Table {
        final Marks marks;
        final @Nullable Object[] slots;

        Table(int size) {
            marks = new Marks(size);
            slots = new Object[size];
        }

        /** Returns the slot of what has this name, or -1. */
        int find(String name) {
            int hash = name.hashCode();
            for (int slot = marks.first(hash); slot >= 0; slot = marks.next(hash, slot)) {
                String there = nameOf(SLOTS.getAcquire(slots, slot));
                if (there != null && there.equals(name)) {
                    return slot;
                }
            }
            return -1;
        }

        void put(int slot, int hash, Object entry) {
            SLOTS.setRelease(slots, slot, entry);
            marks.take(slot, hash);
        }
    }

    private volatile Table table = new Table(SMALLEST);
    private int used;
    private int live;

    /** Returns the objects of this name. */
    Collection<QomObject> get(String name) {
        Table current = table;
        int hash = name.hashCode();
        for (int slot = current.marks.first(hash); slot >= 0; slot = current.marks.next(hash, slot)) {
            Object entry = SLOTS.getAcquire(current.slots, slot);
            if (entry instanceof QomObject lone) {
                if (name.equals(lone.name())) {
                    return List.of(lone);
                }
            } else if (entry instanceof Namesakes many && many.name.equals(name)) {
                return many.objects;
            }
        }
        return List.of();
    }

    /**
     * Returns a name as the one string by which objects here are called so, or as it is given if there is none: names that
     * many objects have take memory once, and are in the processor's cache.
     */
    String shared(String name) {
        Table current = table;
        int slot = current.find(name);
        String there = slot < 0 ? null : nameOf(current.slots[slot]);
        return there == null ? name : there;
    }

    /** Adds an object, which has its name already. */
    void add(QomObject object, String name) {
        Table current = table;
        int slot = current.find(name);
        if (slot < 0) {
            addLone(object, name.hashCode());
        } else if (current.slots[slot] instanceof Namesakes many) {
            many.objects.add(object);
        } else if (current.slots[slot] instanceof QomObject lone) {
            Set<QomObject> both = ConcurrentHashMap.newKeySet();
            both.add(lone);
            both.add(object);
            SLOTS.setRelease(current.slots, slot, new Namesakes(name, both));
        }
    }

    private void addLone(QomObject object, int hash) {
        if (used * 2 >= table.slots.length) {
            rebuild(Spread.capacity(table.slots.length, live));
        }
        Table current = table;
        int slot = current.marks.free(hash);
        used += current.marks.isEmpty(slot) ? 1 : 0;
        live++;
        current.put(slot, hash, object);
    }

    /** Returns how many slots are not empty: taken by objects, or by what is left of them. */
    int used() {
        return used;
    }

    /** Removes an object, which still has its name. */
    void remove(QomObject object, String name) {
        Table current = table;
        int hash = name.hashCode();
        for (int slot = current.marks.first(hash); slot >= 0; slot = current.marks.next(hash, slot)) {
            Object entry = current.slots[slot];
            if (entry instanceof Namesakes many && many.name.equals(name)) {
                many.objects.remove(object);
                if (!many.objects.isEmpty()) {
                    return;
                }
            } else if (entry != object) {
                continue;
            }
            current.marks.leave(slot);
            SLOTS.setRelease(current.slots, slot, null);
            live--;
            return;
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
        for (Object entry : table.slots) {
            String name = nameOf(entry);
            if (entry != null && name != null) {
                made.put(made.marks.free(name.hashCode()), name.hashCode(), entry);
            }
        }
        used = live;
        table = made;
    }

    private static @Nullable String nameOf(@Nullable Object entry) {
        if (entry instanceof QomObject lone) {
            return lone.name();
        }
        return entry instanceof Namesakes many ? many.name : null;
    }
}
