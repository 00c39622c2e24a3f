// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

/**
 * Code that stores a boolean in an object.
 *
 * <p>Implementations are as thread-safe as the fields that they set.
 *
 * @param <T> the object's class
 */
@FunctionalInterface
public interface BoolSetter<T> {
    /** Stores the value, or refuses it with an exception and changes nothing. */
    void set(T object, boolean value);
}
