// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.DeviceEndian;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.region.RegionOps;
import java.nio.ByteOrder;

/**
 * The operations of a device's memory: each access reaches the host's memory in the size that was asked for.
 *
 * <p>Immutable. QEMU: system/memory.c, ram_device_mem_ops.
 *
 * @param memory the host's memory
 * @param isReadOnly whether writes are refused
 */
record RamDeviceOps(RegionMemory memory, boolean isReadOnly) implements RegionOps {
    static final AccessRules RULES = AccessRules.DEFAULT
            .valid(1, 8)
            .impl(1, 8)
            .handleUnaligned()
            .endian(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? DeviceEndian.LITTLE : DeviceEndian.BIG);

    @Override
    public AccessRules rules() {
        return RULES;
    }

    @Override
    public boolean accepts(long offset, int size, boolean isWrite, MemTxAttributes attributes) {
        return !(isWrite && isReadOnly);
    }

    @Override
    public long read(long offset, int size) {
        return MemoryWord.get(memory, offset, size);
    }

    @Override
    public void write(long offset, long value, int size) {
        MemoryWord.put(memory, offset, size, value);
    }
}
