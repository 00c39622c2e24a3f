// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * How a Java value of some class is read from and written to visitors.
 *
 * <p>For values that are no scalars: lists, structs, times. Implementations are immutable.
 *
 * @param <V> the Java class of the values
 */
public interface Codec<V> {
    /** Returns the true type of the values. */
    ValueType type();

    /**
     * Reads a value whole.
     *
     * @throws io.qom4j.core.error.ValueException if the visitor holds no legal value
     */
    V read(InputVisitor visitor, @Nullable String name);

    /** Writes a value. */
    void write(OutputVisitor visitor, @Nullable String name, V value);
}
