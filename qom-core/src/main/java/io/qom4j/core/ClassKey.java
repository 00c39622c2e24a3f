// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * A typed key for data that belongs to a class: what a member of a C class struct would be.
 *
 * <p>A class inherits its parent's data by value when it is made; what it puts afterwards is seen by its own later
 * descendants and by nobody else. Compared by identity; declare it as a constant.
 *
 * <pre>{@code
 * static final ClassKey<Integer> QUEUES = ClassKey.of("queues", Integer.class);
 * oc.put(QUEUES, 4);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <V> the class of the data
 */
public final class ClassKey<V> {
    private final String name;
    private final Class<V> valueClass;

    private ClassKey(String name, Class<V> valueClass) {
        this.name = name;
        this.valueClass = valueClass;
    }

    /** Returns a new key. */
    public static <V> ClassKey<V> of(String name, Class<V> valueClass) {
        return new ClassKey<>(name, valueClass);
    }

    V cast(Object value) {
        return valueClass.cast(value);
    }

    /** Returns the key's name. */
    @Override
    public String toString() {
        return name;
    }
}
