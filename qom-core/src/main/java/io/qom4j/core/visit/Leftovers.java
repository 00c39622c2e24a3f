// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the one parameter that a refusal names when several were not asked for.
 *
 * <p>QEMU keeps the names in a hash table, takes out what is read, and names the first that it finds when it walks over the
 * slots. Clients see this order in messages, so it is kept: this is such a table, open-addressed with a prime modulus and
 * growing steps. The walk depends on names and on the order in which they were put in, and on nothing else.
 *
 * <p>An instance is used within one call. GLib: GHashTable with g_str_hash.
 *
 * <p>Confined to one thread.
 */
public final class Leftovers {
    private static final int SMALLEST_SHIFT = 3;
    /** The largest primes below 8, 16, 32, …: the moduli for tables of these sizes. */
    private static final int[] PRIMES = {7, 13, 31, 61, 127, 251, 509, 1021, 2039};

    /** So many names no schema has; more of them are hostile, and may all fall on one slot. */
    private static final int MOST_NAMES = 1000;

    private static final double HEADROOM = 1.333;
    private static final String REMOVED = "";

    private @Nullable String[] slots = new @Nullable String[1 << SMALLEST_SHIFT];
    /** Tells removed entries from empty slots and from the name that is empty. */
    private boolean[] removed = new boolean[slots.length];

    private int modulus = PRIMES[0];
    private int live;
    private int used;

    private Leftovers() {}

    /**
     * Returns the name to tell.
     *
     * @param all the names in the order in which they came, without repeats
     * @param left those of them that nobody asked for, at least one, in the same order
     */
    public static String first(List<String> all, Collection<String> left) {
        if (left.size() == 1 || all.size() > MOST_NAMES) {
            return left.iterator().next();
        }
        var table = new Leftovers();
        all.forEach(table::add);
        all.stream().filter(name -> !left.contains(name)).forEach(table::remove);
        for (int i = 0; i < table.slots.length; i++) {
            String name = table.slots[i];
            if (name != null && !table.removed[i]) {
                return name;
            }
        }
        throw new IllegalArgumentException("expected at least one name that is left, got none of " + left);
    }

    private void add(String name) {
        int slot = find(name);
        boolean fresh = slots[slot] == null;
        slots[slot] = name;
        removed[slot] = false;
        live++;
        if (fresh) {
            used++;
            resizeIfNeeded();
        }
    }

    private void remove(String name) {
        int slot = find(name);
        slots[slot] = REMOVED;
        removed[slot] = true;
        live--;
        resizeIfNeeded();
    }

    /** Returns the slot of a name; if it is not in the table, the slot where it would go. */
    private int find(String name) {
        int slot = home(name);
        int free = -1;
        for (int step = 1; slots[slot] != null; step++) {
            if (removed[slot]) {
                free = free < 0 ? slot : free;
            } else if (name.equals(slots[slot])) {
                return slot;
            }
            slot = slot + step & slots.length - 1;
        }
        return free < 0 ? slot : free;
    }

    private int home(String name) {
        int hash = 5381;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = 33 * hash + b;
        }
        return Integer.remainderUnsigned(11 * hash, modulus);
    }

    private void resizeIfNeeded() {
        boolean sparse = slots.length > 4 * live && slots.length > 1 << SMALLEST_SHIFT;
        boolean full = slots.length <= used + used / 16;
        if (sparse || full) {
            resize();
        }
    }

    /**
     * Changes the size in place: each entry goes to its new home, and the one that it finds there, if that was not moved yet,
     * moves on.
     */
    private void resize() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros((int) (live * HEADROOM));
        int shift = Math.max(bits, SMALLEST_SHIFT);
        int size = 1 << shift;
        int walked = slots.length;
        modulus = PRIMES[shift - SMALLEST_SHIFT];
        @Nullable String[] moved = Arrays.copyOf(slots, Math.max(size, walked));
        for (int i = 0; i < walked; i++) {
            if (removed[i]) {
                moved[i] = null;
            }
        }
        var done = new boolean[moved.length];
        for (int i = 0; i < walked; i++) {
            String name = done[i] ? null : moved[i];
            if (!done[i]) {
                moved[i] = null;
            }
            while (name != null) {
                int slot = home(name);
                for (int step = 1; done[slot]; step++) {
                    slot = slot + step & size - 1;
                }
                done[slot] = true;
                String evicted = moved[slot];
                moved[slot] = name;
                name = evicted;
            }
        }
        slots = Arrays.copyOf(moved, size);
        removed = new boolean[size];
        used = live;
    }
}
