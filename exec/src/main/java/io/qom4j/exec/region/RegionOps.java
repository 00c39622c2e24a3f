// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * The registers of a device: what reading and writing them does.
 *
 * <pre>{@code
 * final class Counter implements RegionOps {
 *     private long count;
 *     public long read(long offset, int size) { return count++; }
 *     public void write(long offset, long value, int size) { count = value; }
 * }
 * }</pre>
 *
 * <p>Called by the thread that makes the access, one at a time under the runtime's writer lock, unless the
 * region says otherwise ({@link MemoryRegion#enableLocklessIo}): then it must be thread-safe. To fail an access, throw
 * {@link MemTxException}; any other exception ends the access and reaches the caller. QEMU: include/exec/memory.h,
 * MemoryRegionOps.
 */
public interface RegionOps {
    /**
     * Reads registers.
     *
     * @param offset where in the region, in bytes
     * @param size 1, 2, 4 or 8 bytes; within {@link AccessRules#implMin} and {@link AccessRules#implMax}
     * @return the value in the device's byte order; bits beyond {@code size} are ignored
     */
    long read(long offset, int size);

    /**
     * Writes registers.
     *
     * @param offset where in the region, in bytes
     * @param value in the device's byte order, bits beyond {@code size} are 0
     * @param size 1, 2, 4 or 8 bytes; within {@link AccessRules#implMin} and {@link AccessRules#implMax}
     */
    void write(long offset, long value, int size);

    /** Reads registers for a known initiator; by default every initiator gets the same. */
    default long read(long offset, int size, MemTxAttributes attributes) {
        return read(offset, size);
    }

    /** Writes registers for a known initiator; by default every initiator does the same. */
    default void write(long offset, long value, int size, MemTxAttributes attributes) {
        write(offset, value, size);
    }

    /** Returns which accesses are valid and implemented; asked once, when the region is made. */
    default AccessRules rules() {
        return AccessRules.DEFAULT;
    }

    /**
     * Tells whether an access is accepted at all; asked before sizes and alignment are looked at, and without the lock, so it
     * answers from its arguments and from what never changes.
     *
     * @param size the size as the initiator asked for it
     */
    default boolean accepts(long offset, int size, boolean isWrite, MemTxAttributes attributes) {
        return true;
    }
}
