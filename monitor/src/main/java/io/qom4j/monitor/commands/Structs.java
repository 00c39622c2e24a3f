// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import java.util.List;

/** The saying of what results look like, in few words. */
final class Structs {
    static final ValueType INT = ValueType.signed(Long.SIZE);

    private Structs() {}

    static StructType struct(String name, StructType.Member... members) {
        return new StructType(name, List.of(members));
    }

    static StructType.Member member(String name, ValueType type) {
        return new StructType.Member(name, type, false);
    }

    static StructType.Member optional(String name, ValueType type) {
        return new StructType.Member(name, type, true);
    }
}
