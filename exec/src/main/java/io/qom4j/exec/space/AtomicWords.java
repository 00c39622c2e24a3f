// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.region.RegionMemory;
import java.nio.ByteOrder;

/**
 * Compare-and-set in guest RAM.
 *
 * <p>In memory that may fault, the processor's instruction would end the JVM: there {@link GuardedMemory} takes a lock and plain
 * accesses. Stateless. QEMU: accel/tcg, the atomic helpers; there is no counterpart for address spaces.
 */
final class AtomicWords {
    private AtomicWords() {}

    static boolean compareAndSet(
            AddressSpace space, long address, int size, long expected, long value, ByteOrder order) {
        if ((address & (size - 1)) != 0) {
            throw new IllegalArgumentException(String.format("address 0x%x is no multiple of %d", address, size));
        }
        long was = MemoryWord.inOrder(expected & MemoryWord.mask(size), size, order);
        long wanted = MemoryWord.inOrder(value & MemoryWord.mask(size), size, order);
        while (true) {
            AccessMap map = space.map;
            Section section = map.find(address);
            RegionMemory memory = section.writable;
            if (memory == null || !section.holds(address, size - 1)) {
                throw new IllegalArgumentException(String.format(
                        "address 0x%x is not in RAM that can be written: only there can words be compared and set",
                        address));
            }
            long offset = section.offsetOf(address);
            try {
                boolean isSet = size == Long.BYTES
                        ? memory.guarded().compareAndSetLong(offset, was, wanted)
                        : memory.guarded().compareAndSetInt(offset, (int) was, (int) wanted);
                if (isSet && section.dirtyClients != 0) {
                    memory.markDirty(offset, size, section.dirtyClients);
                }
                return isSet;
            } catch (IllegalStateException gone) {
                if (space.map == map) {
                    throw gone;
                }
            }
        }
    }
}
