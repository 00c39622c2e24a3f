// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of lists.
 *
 * <p>Immutable.
 *
 * @param element the type of each element
 */
public record ListType(ValueType element) implements ValueType {
    @Override
    public String wireName() {
        return "list<" + element.wireName() + ">";
    }

    @Override
    public String describe() {
        return "a list, each element " + element.describe();
    }

    @Override
    public Object read(InputVisitor visitor, @Nullable String name) {
        List<@Nullable Object> values = new ArrayList<>();
        visitor.beginList(name);
        while (visitor.nextElement()) {
            values.add(element.read(visitor, null));
        }
        visitor.endList();
        return values;
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable Object value) {
        visitor.beginList(name);
        for (Object each : (List<?>) Objects.requireNonNull(value)) {
            element.write(visitor, null, each);
        }
        visitor.endList();
    }
}
