// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.property.Property;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that an object is to get, in the order of the properties' declaration, so that the order in a text does not matter.
 *
 * <p>Values are nodes of documents, read when they are set. Confined to one thread.
 */
final class PlannedValues {
    private Property[] properties;
    private int[] nodes;

    /** Who gave each value, if that is not the same for all. */
    private DocumentOrigin @Nullable [] origins;

    private int count;

    /** Makes room for so many values at first. */
    PlannedValues(int capacity) {
        properties = new Property[capacity];
        nodes = new int[capacity];
    }

    /** Takes over the values of a description of a known form. */
    PlannedValues(ObjectShape shape, int node) {
        properties = shape.properties().clone();
        count = properties.length;
        nodes = new int[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = node + shape.offsets()[i];
        }
    }

    int count() {
        return count;
    }

    Property property(int index) {
        return properties[index];
    }

    int node(int index) {
        return nodes[index];
    }

    /** Returns who gave a value, or null if that is the same for all. */
    @Nullable DocumentOrigin origin(int index) {
        return origins == null ? null : origins[index];
    }

    /** Tells whether it is the same for all values who gave them. */
    boolean isOfOneGiver() {
        return origins == null;
    }

    /** Returns a bit for each slot below 31 of the properties. */
    int slots() {
        return ObjectShape.slots(properties, count);
    }

    /** Says that from now on others than this one may give values, too. */
    void givenUntilNowBy(DocumentOrigin giver) {
        if (origins == null) {
            origins = new DocumentOrigin[properties.length];
            Arrays.fill(origins, 0, count, giver);
        }
    }

    /** Gives a property a value. Of two by one giver the first counts, else the later. */
    void put(Property property, int node, DocumentOrigin giver) {
        int at = count;
        while (at > 0 && properties[at - 1].slot() > property.slot()) {
            at--;
        }
        if (at == 0 || properties[at - 1] != property) {
            insert(at, property, node, giver);
        } else if (origins != null && origins[at - 1] != giver) {
            nodes[at - 1] = node;
            origins[at - 1] = giver;
        }
    }

    private void insert(int at, Property property, int node, DocumentOrigin giver) {
        if (count == properties.length) {
            int capacity = count + Math.max(2, count / 2);
            properties = Arrays.copyOf(properties, capacity);
            nodes = Arrays.copyOf(nodes, capacity);
            origins = origins == null ? null : Arrays.copyOf(origins, capacity);
        }
        System.arraycopy(properties, at, properties, at + 1, count - at);
        System.arraycopy(nodes, at, nodes, at + 1, count - at);
        properties[at] = property;
        nodes[at] = node;
        if (origins != null) {
            System.arraycopy(origins, at, origins, at + 1, count - at);
            origins[at] = giver;
        }
        count++;
    }
}
