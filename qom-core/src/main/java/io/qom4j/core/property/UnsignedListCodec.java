// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.value.IntType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lists of unsigned integers of one width, in Java {@code long[]}.
 *
 * <p>Immutable. QEMU: the generated uint16List and its sisters.
 *
 * @param element the type of each element
 */
public record UnsignedListCodec(IntType element) implements Codec<long[]> {
    /** Returns the codec for a width of 8, 16, 32 or 64 bits. */
    public static UnsignedListCodec of(int bits) {
        return new UnsignedListCodec(ValueType.unsigned(bits));
    }

    @Override
    public ListType type() {
        return ValueType.listOf(element);
    }

    @Override
    public long[] read(InputVisitor visitor, @Nullable String name) {
        long[] values = new long[4];
        int count = 0;
        visitor.beginList(name);
        while (visitor.nextElement()) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = element.readLong(visitor, null);
        }
        visitor.endList();
        return Arrays.copyOf(values, count);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, long[] values) {
        visitor.beginList(name);
        for (long value : values) {
            element.writeLong(visitor, null, value);
        }
        visitor.endList();
    }
}
