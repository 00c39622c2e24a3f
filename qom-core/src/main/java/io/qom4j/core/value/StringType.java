// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The type of strings.
 *
 * <p>Immutable.
 */
public enum StringType implements ValueType {
    /** The only value. */
    INSTANCE;

    @Override
    public String wireName() {
        return "string";
    }

    @Override
    public String describe() {
        return "a string";
    }

    @Override
    public @Nullable Object read(InputVisitor visitor, @Nullable String name) {
        return visitor.readString(name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        visitor.writeString(name, (String) value);
    }
}
