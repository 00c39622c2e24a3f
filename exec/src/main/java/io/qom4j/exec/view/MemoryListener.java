// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.AddressRange;
import io.qom4j.exec.region.IoEvent;

/**
 * Somebody who follows what is visible in an address space, such as an accelerator that maps it for a processor.
 *
 * <p>After each transaction that changed anything comes {@link #begin}; then for the address space what disappeared
 * ({@link #regionDel}), then what stayed and what came, by ascending address ({@link #regionNop}, {@link #regionAdd}); at
 * last {@link #commit}. Whoever applies just these calls always has the whole view.
 *
 * <p>Parts of a range to which writes may be gathered go before it ({@link #coalescedIoDel}) and come after all ranges have come
 * ({@link #coalescedIoAdd}); events go and come last. Where only these change, they are told without {@link #begin} and {@link #commit}.
 *
 * <p>Listeners have priorities. The lower ones hear first of what comes, and last of what goes; equal ones hear in the order in which they came.
 * All calls are made under the runtime's writer lock, one at a time, by whatever thread holds it. A listener may change regions: that becomes a round of its own, after
 * this one. What a listener throws reaches whoever ended the transaction, after all others have been told.
 *
 * <p>QEMU: include/exec/memory.h, MemoryListener.
 */
public interface MemoryListener {
    /** The lowest of the usual priorities. */
    int PRIORITY_MIN = 0;

    /** The priority of accelerators. */
    int PRIORITY_ACCEL = 10;

    /** The priority of what serves devices from outside, such as vhost. */
    int PRIORITY_DEV_BACKEND = 10;

    /** Returns the priority; always the same. */
    default int priority() {
        return PRIORITY_MIN;
    }

    /** Learns that a round of changes begins. */
    default void begin() {}

    /** Learns that a round of changes is over. */
    default void commit() {}

    /** Learns of a range that is visible now. */
    default void regionAdd(FlatRange range) {}

    /** Learns of a range that is not visible any more. */
    default void regionDel(FlatRange range) {}

    /** Learns of a range that was and is visible. */
    default void regionNop(FlatRange range) {}

    /**
     * Learns that writes are to be logged for more clients.
     *
     * @param oldMask the clients so far
     * @param newMask the clients from now on
     */
    default void logStart(FlatRange range, int oldMask, int newMask) {}

    /**
     * Learns that writes are to be logged for fewer clients.
     *
     * @param oldMask the clients so far
     * @param newMask the clients from now on
     */
    default void logStop(FlatRange range, int oldMask, int newMask) {}

    /** Is asked to put what it knows of a range's writes into the dirty bitmaps. */
    default void logSync(FlatRange range) {}

    /**
     * Is asked to put what it knows of all writes into the dirty bitmaps.
     *
     * @param isLastStage whether the guest is stopped and this is the last time
     */
    default void logSyncGlobal(boolean isLastStage) {}

    /** Tells whether {@link #logSyncGlobal} does the work, so that {@link #logSync} need not be called. */
    default boolean syncsGlobally() {
        return false;
    }

    /** Learns that a part of a range's dirty bits was read and cleared. */
    default void logClear(FlatRange range) {}

    /** Learns that all RAM is followed from now on. */
    default void logGlobalStart() {}

    /** Learns that all RAM is not followed any more. */
    default void logGlobalStop() {}

    /** Learns that a synchronisation of all dirty bitmaps is over. */
    default void logGlobalAfterSync() {}

    /**
     * Learns of an event that a write signals.
     *
     * @param address the write's
     */
    default void eventAdd(FlatRange range, long address, IoEvent event) {}

    /** Learns that a write does not signal an event any more. */
    default void eventDel(FlatRange range, long address, IoEvent event) {}

    /** Learns of addresses to which writes may be gathered and delivered late. */
    default void coalescedIoAdd(FlatRange range, AddressRange addresses) {}

    /** Learns of addresses to which writes must not be gathered any more. */
    default void coalescedIoDel(FlatRange range, AddressRange addresses) {}
}
