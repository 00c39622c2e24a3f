// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reading and writing of a struct whose members may all be left out, as a map of those that are there.
 *
 * <p>Immutable.
 *
 * @param type the struct
 */
public record StructCodec(StructType type) implements Codec<Map<String, Object>> {
    /** Returns the codec of a struct with some members, under the name that its type has on the wire. */
    public static StructCodec of(String name, StructType.Member... members) {
        return new StructCodec(new StructType(name, Arrays.asList(members)));
    }

    /** Returns a member that may be left out. */
    public static StructType.Member member(String name, ValueType type) {
        return new StructType.Member(name, type, true);
    }

    @Override
    @SuppressWarnings("unchecked") // what a struct reads: only a value of type any can be null, and there is none
    public Map<String, Object> read(InputVisitor visitor, @Nullable String name) {
        return (Map<String, Object>) type.read(visitor, name);
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, Map<String, Object> value) {
        type.write(visitor, name, value);
    }
}
