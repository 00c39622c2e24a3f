// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of booleans: {@code true} and {@code false} in JSON, {@code on} and {@code off} in text.
 *
 * <p>Immutable.
 */
public enum BoolType implements ValueType {
    /** The only value. */
    INSTANCE;

    @Override
    public String wireName() {
        return "bool";
    }

    @Override
    public String describe() {
        return "on or off";
    }

    @Override
    public @Nullable Object read(InputVisitor visitor, @Nullable String name) {
        return visitor.readBool(name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        visitor.writeBool(name, (Boolean) Objects.requireNonNull(value));
    }
}
