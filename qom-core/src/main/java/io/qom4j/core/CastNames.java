// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/**
 * The names of all types that objects of one class can be cast to: its ancestors, its interfaces and what those extend.
 *
 * <p>Open addressing over the hash that a string caches, so that a cast by name costs one probe. Immutable.
 */
final class CastNames {
    private final @Nullable String[] slots;

    private CastNames(int count) {
        slots = new String[Integer.highestOneBit(count) * 4];
    }

    /** Returns the names for a class whose ancestors and interfaces are known. */
    static CastNames of(ObjectClass objectClass) {
        int count = 0;
        for (ObjectClass each = objectClass; each != null; each = each.parent()) {
            count++;
        }
        for (InterfaceClass copy : objectClass.interfaces()) {
            for (InterfaceClass each = copy.own(); each != null; each = each.parent()) {
                count++;
            }
        }
        CastNames names = new CastNames(count);
        for (ObjectClass each = objectClass; each != null; each = each.parent()) {
            names.add(each.name());
        }
        for (InterfaceClass copy : objectClass.interfaces()) {
            for (InterfaceClass each = copy.own(); each != null; each = each.parent()) {
                names.add(each.name());
            }
        }
        return names;
    }

    private void add(String name) {
        int slot = start(name);
        while (slots[slot] != null) {
            if (name.equals(slots[slot])) {
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = name;
    }

    private int start(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    boolean contains(String name) {
        @Nullable String[] all = slots;
        int slot = start(name);
        while (true) {
            String there = all[slot];
            if (there == null) {
                return false;
            }
            if (there.equals(name)) {
                return true;
            }
            slot = slot + 1 & all.length - 1;
        }
    }
}
