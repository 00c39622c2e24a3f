// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of finite floating-point numbers.
 *
 * <p>Immutable.
 */
public enum NumberType implements ValueType {
    /** The only value. */
    INSTANCE;

    @Override
    public String wireName() {
        return "number";
    }

    @Override
    public String describe() {
        return "a number";
    }

    @Override
    public @Nullable Object read(InputVisitor visitor, @Nullable String name) {
        return visitor.readNumber(name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        visitor.writeNumber(name, (Double) Objects.requireNonNull(value));
    }
}
