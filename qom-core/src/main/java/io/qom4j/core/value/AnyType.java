// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The type of any value at all.
 *
 * <p>Immutable.
 */
public enum AnyType implements ValueType {
    /** The only value. */
    INSTANCE;

    @Override
    public String wireName() {
        return "any";
    }

    @Override
    public String describe() {
        return "any value";
    }

    @Override
    public @Nullable Object read(InputVisitor visitor, @Nullable String name) {
        return visitor.readAny(name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        visitor.writeAny(name, value);
    }
}
