// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.ChildProperty;
import io.qom4j.core.property.Property;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a single object has beside its class's properties: its children and its own properties, by name, in the order in
 * which they were added.
 *
 * <p>An array of entries in that order, and an open-addressed index of them with {@link Marks} beside it. A child is its own
 * entry, so that it costs no further object. One writer at a time, under the runtime's writer lock; readers take no lock:
 * an entry is written before its index slot is published, a removed entry is overwritten by a marker and keeps its slot until a
 * new one looks for a slot there, and growing publishes a new pair of arrays.
 */
final class Members {
    private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final VarHandle INDEX = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle CHANGES;
    private static final Object REMOVED = new Object();

    /** How often a reader looks for a moment without a change. */
    private static final int MOST_TRIES = 4;

    private static final int SMALLEST = 4;

    static {
        try {
            CHANGES = MethodHandles.lookup().findVarHandle(Members.class, "changes", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The entries and their index, which has at least twice as many slots as there can be entries. */
    private static final class Table {
        final @Nullable Object[] entries;
        final Marks marks;

        /** The number of the entry in each slot, and its hash above it. */
        final long[] index;

        Table(int capacity) {
            entries = new Object[capacity];
            marks = new Marks(capacity * 2);
            index = new long[capacity * 2];
        }

        /** Lets an entry, which is in its place, be found. */
        void publish(int hash, int number) {
            int slot = marks.free(hash);
            INDEX.setRelease(index, slot, (long) hash << Integer.SIZE | number);
            marks.take(slot, hash);
        }

        @Nullable Object at(int slot) {
            long place = (long) INDEX.getAcquire(index, slot);
            return ENTRIES.getAcquire(entries, (int) place);
        }
    }

    private final QomObject owner;
    private volatile Table table = new Table(SMALLEST);
    private int used;
    private int live;

    /** Counts what was added and removed, so that a reader can tell whether something was while it looked. */
    private int changes;

    private int slots;
    private @Nullable Queue<Integer> freeSlots;
    private @Nullable Map<String, ArrayNames> arrays;

    Members(QomObject owner) {
        this.owner = owner;
    }

    /** Returns the child or property of this name, or null. */
    @Nullable Object find(String name) {
        return find(name, 0, name.length(), name.hashCode());
    }

    /** Returns the child or property whose name is a part of a text, or null; {@code hash} is that of the part. */
    @Nullable Object find(String text, int from, int to, int hash) {
        Table current = table;
        for (int slot = current.marks.first(hash); slot >= 0; slot = current.marks.next(hash, slot)) {
            Object entry = current.at(slot);
            if (entry != null && entry != REMOVED) {
                String name = nameOf(entry);
                if (name != null && name.length() == to - from && text.startsWith(name, from)) {
                    return entry;
                }
            }
        }
        return null;
    }

    private @Nullable String nameOf(Object entry) {
        return entry instanceof QomObject child
                ? child.parent() == owner ? child.name() : null
                : ((Property) entry).name();
    }

    /** Adds an entry whose name is not taken; a child's parent is set by the caller before others may find it. */
    void add(String name, Object entry) {
        if (used == table.entries.length) {
            rebuild(live * 2 <= used ? used : used * 2);
        }
        Table current = table;
        ENTRIES.setRelease(current.entries, used, entry);
        current.publish(name.hashCode(), used);
        used++;
        live++;
        CHANGES.setRelease(this, changes + 1);
    }

    /** Makes room for so many more entries at once. */
    void expect(int more) {
        if (used + more > table.entries.length) {
            rebuild(Math.max(table.entries.length, Spread.roomFor(live + more) / 2));
        }
    }

    private void rebuild(int capacity) {
        Table old = table;
        Table made = new Table(capacity);
        if (live == used) {
            System.arraycopy(old.entries, 0, made.entries, 0, used);
            for (int slot = 0; slot < old.index.length; slot++) {
                if (!old.marks.isEmpty(slot)) {
                    made.publish((int) (old.index[slot] >>> Integer.SIZE), (int) old.index[slot]);
                }
            }
            table = made;
            return;
        }
        int count = 0;
        for (int i = 0; i < used; i++) {
            Object entry = old.entries[i];
            String name = entry == null || entry == REMOVED ? null : nameOf(entry);
            if (name != null) {
                made.entries[count] = entry;
                made.publish(name.hashCode(), count);
                count++;
            }
        }
        used = count;
        live = count;
        table = made;
    }

    /** Removes an entry; returns false if it is not there. */
    boolean remove(String name, Object entry) {
        Table current = table;
        int hash = name.hashCode();
        for (int slot = current.marks.first(hash); slot >= 0; slot = current.marks.next(hash, slot)) {
            int number = (int) current.index[slot];
            if (current.entries[number] == entry) {
                ENTRIES.setRelease(current.entries, number, REMOVED);
                current.marks.leave(slot);
                live--;
                CHANGES.setRelease(this, changes + 1);
                forgetArrayName(name);
                return true;
            }
        }
        return false;
    }

    /** Returns a place, beside the class's properties, for who set a property that is about to be added. */
    int takeSlot() {
        Integer freed = freeSlots == null ? null : freeSlots.poll();
        return freed != null ? freed : owner.objectClass().table().size() + slots++;
    }

    /** Frees the place of a property that was removed. */
    void freeSlot(int slot) {
        if (freeSlots == null) {
            freeSlots = new ArrayDeque<>();
        }
        freeSlots.add(slot);
    }

    /** Returns the entry that was added last, or null if there is none; only for an owner that has ended: nothing is added. */
    @Nullable Object last() {
        while (used > 0) {
            Object entry = table.entries[used - 1];
            if (entry != null && entry != REMOVED) {
                return entry;
            }
            used--;
        }
        return null;
    }

    /** Removes the entry that was added last, if it is still there, without asking it for its name. */
    void removeLast(Object entry) {
        if (last() == entry) {
            ENTRIES.setRelease(table.entries, --used, REMOVED);
            live--;
        }
    }

    /** Returns how many entries there are. */
    int size() {
        return live;
    }

    /** Returns how many slots of the index are not empty: taken by entries, or by what is left of them. */
    int usedSlots() {
        return table.marks.used();
    }

    /** Returns the children at one moment, in the order in which they were added. */
    List<QomObject> children() {
        List<QomObject> children = new ArrayList<>();
        for (Object entry : snapshot()) {
            if (entry instanceof QomObject child) {
                children.add(child);
            }
        }
        return children;
    }

    /** Returns the own properties, and the children as properties, at one moment, in the order in which they were added. */
    List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        for (Object entry : snapshot()) {
            if (entry instanceof Property property) {
                properties.add(property);
            } else if (entry instanceof QomObject child) {
                String name = nameOf(child);
                if (name != null) {
                    properties.add(new ChildProperty(name, child));
                }
            }
        }
        return properties;
    }

    /** Returns the entries at one moment, in the order in which they were added; beside a writer without pause, each once. */
    private List<Object> snapshot() {
        List<Object> entries = new ArrayList<>();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int before = (int) CHANGES.getAcquire(this);
            entries.clear();
            forEach(entries::add);
            if ((int) CHANGES.getAcquire(this) == before) {
                return entries;
            }
        }
        return List.copyOf(new LinkedHashSet<>(entries));
    }

    /**
     * Gives every entry to a consumer, in the order in which they were added; safe beside a writer, which may remove an entry
     * and add it again, so that it is met twice.
     */
    void forEach(Consumer<Object> consumer) {
        Table current = table;
        for (int i = 0; i < current.entries.length; i++) {
            Object entry = ENTRIES.getAcquire(current.entries, i);
            if (entry == null) {
                return;
            }
            if (entry != REMOVED && nameOf(entry) != null) {
                consumer.accept(entry);
            }
        }
    }

    /** Returns the first free name for {@code stem[*]}: freed numbers are used again, lowest first. */
    String arrayName(String stem) {
        if (arrays == null) {
            arrays = new HashMap<>();
        }
        ArrayNames names = arrays.computeIfAbsent(stem, any -> new ArrayNames());
        while (true) {
            String name = stem + "[" + names.next() + "]";
            if (find(name) == null && owner.objectClass().findProperty(name) == null) {
                return name;
            }
        }
    }

    private void forgetArrayName(String name) {
        if (arrays != null && name.endsWith("]")) {
            int open = name.lastIndexOf('[');
            ArrayNames names = open < 0 ? null : arrays.get(name.substring(0, open));
            if (names != null) {
                names.free(name.substring(open + 1, name.length() - 1));
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(table.entries);
    }
}
