// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.util.Comparator;
import java.util.Objects;

/**
 * An order to signal somebody when a certain write happens, instead of letting the device see it.
 *
 * <p>The way a guest's doorbell reaches a worker without a detour through the device. Immutable. QEMU: system/memory.c, struct
 * MemoryRegionIoeventfd; where QEMU has an event file descriptor, anything that can be called will do here.
 *
 * @param offset where in the region, in bytes
 * @param size the write's size in bytes; 0 for any
 * @param matchesData whether the value counts
 * @param data the value in the target's byte order, if it counts
 * @param notifier who is signalled
 */
public record IoEvent(long offset, int size, boolean matchesData, long data, EventNotifier notifier)
        implements Comparable<IoEvent> {
    private static final Comparator<IoEvent> ORDER = Comparator.<IoEvent>comparingLong(
                    event -> event.offset ^ Long.MIN_VALUE)
            .thenComparingInt(IoEvent::size)
            .thenComparing(IoEvent::matchesData)
            .thenComparingLong(event -> event.matchesData ? event.data ^ Long.MIN_VALUE : 0)
            .thenComparingInt(event -> System.identityHashCode(event.notifier));

    /** Refuses sizes that do not exist. */
    public IoEvent {
        Objects.requireNonNull(notifier, "notifier");
        if (size != 0 && size != 1 && size != 2 && size != 4 && size != 8) {
            throw new IllegalArgumentException(
                    "an event's size is " + size + "; it must be 1, 2, 4 or 8, or 0 for any");
        }
    }

    /** Returns the event of any write of a size at an offset. */
    public static IoEvent of(long offset, int size, EventNotifier notifier) {
        return new IoEvent(offset, size, false, 0, notifier);
    }

    /** Returns the event of writing one value in one size at an offset. */
    public static IoEvent of(long offset, int size, long data, EventNotifier notifier) {
        return new IoEvent(offset, size, true, data, notifier);
    }

    /** Tells whether a write is the one; its value is given in the target's byte order. */
    public boolean matches(long writeOffset, int writeSize, long value) {
        return writeOffset == offset && (size == 0 || size == writeSize) && (!matchesData || value == data);
    }

    /** Orders by offset, size, whether data counts, data. */
    @Override
    public int compareTo(IoEvent other) {
        return ORDER.compare(this, other);
    }
}
