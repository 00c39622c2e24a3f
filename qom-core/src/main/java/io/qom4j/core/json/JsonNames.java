// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.Arrays;

/**
 * The distinct member names of one document, numbered from 0 in order of appearance.
 *
 * <p>Grows while the document is read and is not changed afterwards.
 */
final class JsonNames {
    private static final int ABSENT = -1;

    private String[] names = new String[16];
    private int[] slots = new int[32];
    private int size;

    JsonNames() {
        Arrays.fill(slots, ABSENT);
    }

    int size() {
        return size;
    }

    String get(int id) {
        return names[id];
    }

    /** Returns the number of this name, or -1 if no member is called so. */
    int find(String name) {
        return slots[slot(name)];
    }

    /** Returns the number of this name, giving it one if it is new. */
    int number(String name) {
        int slot = slot(name);
        int id = slots[slot];
        return id != ABSENT ? id : add(name, slot);
    }

    private int add(String name, int slot) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            slots = new int[4 * size];
            Arrays.fill(slots, ABSENT);
            for (int id = 0; id < size; id++) {
                slots[slot(names[id])] = id;
            }
            return add(name, slot(name));
        }
        names[size] = name;
        slots[slot] = size;
        return size++;
    }

    /** Returns the slot that holds this name, or the free one where it belongs. */
    @SuppressWarnings("ReferenceEquality") // the reader hands out one String for each name, mostly
    private int slot(String name) {
        int mask = slots.length - 1;
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (true) {
            int id = slots[slot];
            if (id == ABSENT || names[id] == name || names[id].equals(name)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }
}
