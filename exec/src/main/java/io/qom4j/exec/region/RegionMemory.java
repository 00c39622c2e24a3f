// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.exec.host.GuardedMemory;
import java.lang.foreign.MemorySegment;

/**
 * The host memory that a region shows to the guest, and what has to be told when it is written.
 *
 * <p>Thread-safe as far as memory is. QEMU: the field ram_block of struct MemoryRegion.
 */
public interface RegionMemory {
    /** Returns access to the memory, which is at least as long as the region ever is; the same one at each call. */
    GuardedMemory guarded();

    /** Returns the memory itself; {@link GuardedMemory} says what must not be done with it if it may fault. */
    default MemorySegment segment() {
        return guarded().segment();
    }

    /** Returns how large a region of this memory can be. */
    default RegionSize capacity() {
        return RegionSize.of(segment().byteSize());
    }

    /** Tells whether touching a page can fail, because a file backs it that others may cut. */
    default boolean mayFault() {
        return guarded().mayFault();
    }

    /**
     * Records that bytes were written.
     *
     * @param offset in the memory, in bytes
     * @param length in bytes
     * @param clients a mask of {@link io.qom4j.exec.ram.DirtyClient} bits: who wants to know
     */
    default void markDirty(long offset, long length, int clients) {}

    /** Gives the memory back: the region that showed it has ended. Called once. */
    default void release() {}

    /** Returns memory that the caller keeps and that never faults; nobody follows writes, nothing is given back. */
    static RegionMemory of(MemorySegment segment) {
        GuardedMemory guarded = new GuardedMemory(segment, false);
        return () -> guarded;
    }

    /**
     * Returns memory of any size that is only spoken of: enough to render and print a map. Accesses end in an
     * {@link IllegalStateException}.
     */
    static RegionMemory described() {
        return DescribedMemory.INSTANCE;
    }

    /** Returns memory that the caller keeps, such as a mapped file that others may cut. */
    static RegionMemory mayFault(MemorySegment segment) {
        GuardedMemory guarded = new GuardedMemory(segment, true);
        return () -> guarded;
    }
}
