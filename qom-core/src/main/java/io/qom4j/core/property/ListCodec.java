// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.value.ListType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose elements a codec reads and writes: of strings, of words, of structs.
 *
 * <p>The lists that it reads cannot be changed; none at all is written as an empty one. For integers in bulk {@link UnsignedListCodec} avoids a box for each. Immutable.
 *
 * @param element reads and writes each element
 * @param <E> the Java class of the elements
 */
public record ListCodec<E>(Codec<E> element) implements Codec<List<E>> {
    @Override
    public ListType type() {
        return ValueType.listOf(element.type());
    }

    @Override
    public List<E> read(InputVisitor visitor, @Nullable String name) {
        List<E> values = new ArrayList<>();
        visitor.beginList(name);
        while (visitor.nextElement()) {
            values.add(element.read(visitor, null));
        }
        visitor.endList();
        return Collections.unmodifiableList(values);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, @Nullable List<E> values) {
        visitor.beginList(name);
        for (E value : values == null ? List.<E>of() : values) {
            element.write(visitor, null, value);
        }
        visitor.endList();
    }
}
