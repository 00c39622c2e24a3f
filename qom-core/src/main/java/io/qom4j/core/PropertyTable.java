// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.visit.DictionaryOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All properties that a class gives its objects, its ancestors' first, with an index by name.
 *
 * <p>Open addressing over the hash that a string caches, multiplied by a number that is chosen so that no two names fall on the
 * same slot, if there are not too many: a look-up touches the index, the property and its name, once. Immutable.
 */
final class PropertyTable {
    private static final Property[] NONE = new Property[0];

    private static final int EVEN_STEP = 0x3c6ef362;
    private static final int MOST_TRIES = 64;
    private static final int MOST_PERFECT = 32;

    static final PropertyTable EMPTY = new PropertyTable(NONE);

    private final Property[] ordered;
    private final @Nullable Property[] index;
    private final int multiplier;
    private final int shift;
    private final Property[] withDefault;
    private final Property[] settable;
    private final Property[] links;
    private final Property[] released;
    private final List<String> pathNames;

    private PropertyTable(Property[] ordered) {
        this.ordered = ordered;
        int bits = bitsFor(ordered.length);
        int factor = freeOfCollisions(ordered, bits);
        index = new Property[1 << bits];
        multiplier = factor;
        shift = Integer.SIZE - bits;
        for (Property property : ordered) {
            int slot = start(property.name().hashCode());
            while (index[slot] != null) {
                slot = slot + 1 & index.length - 1;
            }
            index[slot] = property;
        }
        withDefault = select(ordered, property -> property.defaultValue() != null && property.isWritable());
        settable = inDictionaryOrder(select(ordered, Property::isWritable));
        links = select(ordered, property -> property instanceof LinkProperty<?>);
        released = select(ordered, Property::isReleased);
        Collections.reverse(Arrays.asList(released));
        pathNames = Arrays.stream(select(ordered, Property::isResolvable))
                .map(Property::name)
                .toList();
    }

    /** Returns the binary logarithm of the size of the index: two to four times the number of names. */
    private static int bitsFor(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(count, 1)) + 1;
    }

    /** Returns the first of some multipliers by which no two names fall on one slot, or the last if there is none. */
    private static int freeOfCollisions(Property[] all, int bits) {
        int multiplier = Spread.GOLDEN;
        for (int i = 0; i < MOST_TRIES && all.length <= MOST_PERFECT; i++, multiplier += EVEN_STEP) {
            if (isFree(all, multiplier, bits)) {
                return multiplier;
            }
        }
        return multiplier;
    }

    private static boolean isFree(Property[] all, int multiplier, int bits) {
        boolean[] isTaken = new boolean[1 << bits];
        for (Property each : all) {
            int slot = (each.name().hashCode() * multiplier) >>> (Integer.SIZE - bits);
            if (isTaken[slot]) {
                return false;
            }
            isTaken[slot] = true;
        }
        return true;
    }

    private static Property[] select(Property[] from, Predicate<Property> wanted) {
        for (Property property : from) {
            if (wanted.test(property)) {
                return Arrays.stream(from).filter(wanted).toArray(Property[]::new);
            }
        }
        return NONE;
    }

    private static Property[] inDictionaryOrder(Property[] from) {
        Map<String, Property> byName = new LinkedHashMap<>();
        for (Property property : from) {
            byName.put(property.name(), property);
        }
        return DictionaryOrder.of(List.copyOf(byName.keySet())).stream()
                .map(byName::get)
                .toArray(Property[]::new);
    }

    /** Returns a table with more properties behind this one's. */
    PropertyTable with(List<Property> more) {
        if (more.isEmpty()) {
            return this;
        }
        Property[] all = Arrays.copyOf(ordered, ordered.length + more.size());
        for (int i = 0; i < more.size(); i++) {
            all[ordered.length + i] = more.get(i);
        }
        return new PropertyTable(all);
    }

    /** Returns a table with a property in the place of the one of the same name. */
    PropertyTable replacing(Property property) {
        Property[] all = ordered.clone();
        for (int i = 0; i < all.length; i++) {
            if (all[i].name().equals(property.name())) {
                all[i] = property;
            }
        }
        return new PropertyTable(all);
    }

    private int start(int hash) {
        return (hash * multiplier) >>> shift;
    }

    @Nullable Property find(String name) {
        @Nullable Property[] slots = index;
        int slot = start(name.hashCode());
        while (true) {
            Property property = slots[slot];
            if (property == null || property.name() == name || property.name().equals(name)) {
                return property;
            }
            slot = slot + 1 & slots.length - 1;
        }
    }

    /** Returns the property whose name is a part of a text, or null; {@code hash} is that of the part. */
    @Nullable Property find(String text, int from, int to, int hash) {
        @Nullable Property[] slots = index;
        int slot = start(hash);
        while (true) {
            Property property = slots[slot];
            if (property == null) {
                return null;
            }
            String name = property.name();
            if (name.length() == to - from && text.startsWith(name, from)) {
                return property;
            }
            slot = slot + 1 & slots.length - 1;
        }
    }

    int size() {
        return ordered.length;
    }

    /** Returns the properties, the root type's first, each type's in the order of their declaration. */
    List<Property> ordered() {
        return Collections.unmodifiableList(Arrays.asList(ordered));
    }

    /** Returns the properties whose default is set on each new object. */
    Property[] withDefault() {
        return withDefault;
    }

    /** Returns the properties that can be set, in the order in which QEMU sets those that a user gives a new object. */
    Property[] settable() {
        return settable;
    }

    /** Returns the links, which may hold references. */
    Property[] links() {
        return links;
    }

    /** Returns the properties that have something to let go of, in the order in which they do: its own type's first. */
    Property[] released() {
        return released;
    }

    /** Returns the names of the properties through which paths run. */
    List<String> pathNames() {
        return pathNames;
    }

    /** Tells whether paths run through any property. */
    boolean hasPaths() {
        return !pathNames.isEmpty();
    }
}
