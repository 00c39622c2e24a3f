// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of sizes in bytes, unsigned 64 bits. On the wire QEMU calls it {@code int}.
 *
 * <p>Immutable.
 */
public enum SizeType implements ValueType {
    /** The only value. */
    INSTANCE;

    @Override
    public String wireName() {
        return "int";
    }

    @Override
    public String describe() {
        return "a size in bytes, such as 4096 or 4k";
    }

    @Override
    public @Nullable Object read(InputVisitor visitor, @Nullable String name) {
        return visitor.readSize(name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        visitor.writeSize(name, (Long) Objects.requireNonNull(value));
    }
}
