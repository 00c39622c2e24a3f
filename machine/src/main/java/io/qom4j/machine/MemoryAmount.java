// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import static io.qom4j.core.property.StructCodec.member;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.StructCodec;
import io.qom4j.core.value.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much memory a machine has, and may get: the machine's property {@code memory}.
 *
 * <p>Immutable. QEMU: hw/core/machine.c, machine_set_mem; qapi/machine.json, MemorySizeConfiguration.
 *
 * @param size bytes at start, unsigned
 * @param most bytes that there may ever be, unsigned
 * @param slots how many pieces of memory can be plugged in later
 */
record MemoryAmount(long size, long most, long slots) {
    static final MemoryAmount NONE = new MemoryAmount(0, 0, 0);

    static final StructCodec CODEC = StructCodec.of(
            "MemorySizeConfiguration",
            member("size", ValueType.size()),
            member("max-size", ValueType.size()),
            member("slots", ValueType.unsigned(Long.SIZE)));

    /** Sizes are rounded up to this. */
    private static final long GRAIN = 8192;

    static MemoryAmount of(Map<String, Object> wanted) {
        long size = (long) wanted.getOrDefault("size", 0L) + GRAIN - 1 & -GRAIN;
        long slots = (long) wanted.getOrDefault("slots", 0L);
        if (!(wanted.get("max-size") instanceof Long most)) {
            if (wanted.containsKey("slots")) {
                throw new ValueException("slots specified but no max-size");
            }
            return new MemoryAmount(size, size, 0);
        }
        if (Long.compareUnsigned(most, size) < 0) {
            throw new ValueException("invalid value of maxmem: maximum memory size (" + hex(most)
                    + ") must be at least the initial memory size (" + hex(size) + ")");
        }
        if (slots != 0 && most == size) {
            throw new ValueException("invalid value of maxmem: memory slots were specified but maximum memory size ("
                    + hex(most) + ") is equal to the initial memory size (" + hex(size) + ")");
        }
        return new MemoryAmount(size, most, slots);
    }

    /** Returns the same with the size of a backend, which counts as it is. */
    MemoryAmount withSize(long bytes) {
        return new MemoryAmount(bytes, most, slots);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("size", size);
        if (slots != 0) {
            members.put("max-size", most);
            members.put("slots", slots);
        }
        return members;
    }
}
