// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The type of links: a reference to another object, written as its path.
 *
 * <p>Immutable.
 *
 * @param target the type that the object at the other end has
 */
public record LinkType(String target) implements ValueType {
    @Override
    public String wireName() {
        return "link<" + target + ">";
    }

    @Override
    public String describe() {
        return "the path or id of a " + target;
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
