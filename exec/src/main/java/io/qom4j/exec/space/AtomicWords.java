// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.region.RegionMemory;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Compare-and-set in guest RAM.
 *
 * <p>In memory that may fault, the processor's instruction would end the JVM: there {@link GuardedMemory} takes a lock and plain
 * accesses. It knows words of eight bytes, so four bytes are changed as a part of the eight around them. Stateless. QEMU:
 * accel/tcg, the atomic helpers; there is no counterpart for address spaces.
 */
final class AtomicWords {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final boolean IS_LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

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
                        : compareAndSetInt(memory.guarded(), offset, (int) was, (int) wanted);
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

    private static boolean compareAndSetInt(GuardedMemory memory, long offset, int expected, int value) {
        if (!memory.mayFault()) {
            return INT.compareAndSet(memory.segment(), offset, expected, value);
        }
        long around = offset & -Long.BYTES;
        int shift = (offset == around) == IS_LITTLE ? 0 : Integer.SIZE;
        while (true) {
            long old = memory.getLong(around);
            if ((int) (old >>> shift) != expected) {
                return false;
            }
            long changed = (old & ~(0xFFFF_FFFFL << shift)) | ((value & 0xFFFF_FFFFL) << shift);
            if (memory.compareAndSetLong(around, old, changed)) {
                return true;
            }
        }
    }
}
