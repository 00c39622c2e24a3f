// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.core.Qom;
import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.IoEvent;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxException;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionContent;
import io.qom4j.exec.region.RegionOps;
import java.nio.ByteOrder;

/**
 * How an access reaches a device: whether it is valid, in which pieces the device sees it, and in which byte order.
 *
 * <p><strong>Pieces.</strong> The device is called with sizes that it implements. A larger access is split, and the pieces are put together
 * in the device's byte order; of a wider access than was asked for, the bytes at its lowest addresses are used.
 *
 * <p><strong>Locks.</strong> Operations run under the runtime's writer lock, unless the region does without
 * ({@link MemoryRegion#enableLocklessIo}) or is a device's memory. Under the lock a device that is in the middle of an access is not
 * entered again. Lock order: nothing of ours is held when the writer lock is taken.
 *
 * <p>Thread-safe. QEMU: system/memory.c, memory_region_dispatch_read, access_with_adjusted_size.
 */
final class DeviceAccess {
    private static final int DEFAULT_MAX = 4;

    private final Qom qom;
    private final ByteOrder targetOrder;
    private final ReentryGuard guard;

    DeviceAccess(Qom qom, ByteOrder targetOrder) {
        this.qom = qom;
        this.targetOrder = targetOrder;
        this.guard = new ReentryGuard(qom);
    }

    /** Returns how large the next access of a transfer is. QEMU: system/physmem.c, memory_access_size. */
    static int sizeOfNext(AccessRules rules, long offset, long remaining) {
        int max = rules.validMax() == 0 ? DEFAULT_MAX : rules.validMax();
        if (!rules.implUnaligned()) {
            int alignment = (int) Math.min(Long.lowestOneBit(offset) & Long.MAX_VALUE, max);
            max = alignment == 0 ? max : alignment;
        }
        return Integer.highestOneBit((int) Math.min(max, remaining));
    }

    /** Makes one read, and returns the value in the order that the initiator wants. */
    long read(Section section, long address, int size, ByteOrder order, MemTxAttributes attributes, TxStatus status) {
        RegionOps ops = section.ops;
        long offset = section.offsetOf(address);
        if (ops == null || !isValid(ops, section.rules, offset, size, false, attributes)) {
            status.add(MemTxResult.DECODE_ERROR);
            return 0;
        }
        if (isUnlocked(section)) {
            return read(section, ops, offset, size, order, attributes, status);
        }
        qom.exclusively(() -> status.value = read(section, ops, offset, size, order, attributes, status));
        return status.value;
    }

    private long read(
            Section section,
            RegionOps ops,
            long offset,
            int size,
            ByteOrder order,
            MemTxAttributes attributes,
            TxStatus status) {
        boolean isGuarded = isGuarded(section);
        if (isGuarded && !guard.enter(section.region(), offset)) {
            status.add(MemTxResult.ACCESS_ERROR);
            return 0;
        }
        try {
            AccessRules rules = section.rules;
            ByteOrder deviceOrder = rules.endian().on(targetOrder);
            int piece = pieceSize(rules, size);
            long mask = MemoryWord.mask(piece);
            long value = 0;
            for (int done = 0; done < size; done += piece) {
                long part = 0;
                try {
                    part = ops.read(offset + done, piece, attributes) & mask;
                } catch (MemTxException failure) {
                    status.add(failure.result());
                }
                int shift = shift(deviceOrder, size, piece, done);
                value |= shift >= 0 ? part << shift : part >>> -shift;
            }
            value &= MemoryWord.mask(size);
            return deviceOrder == order ? value : MemoryWord.swap(value, size);
        } finally {
            if (isGuarded) {
                guard.leave();
            }
        }
    }

    /** Makes one write of a value in the initiator's order. */
    void write(
            Section section,
            long address,
            int size,
            long value,
            ByteOrder order,
            MemTxAttributes attributes,
            TxStatus status) {
        RegionOps ops = section.ops;
        long offset = section.offsetOf(address);
        if (ops == null || !isValid(ops, section.rules, offset, size, true, attributes)) {
            status.add(MemTxResult.DECODE_ERROR);
            return;
        }
        long whole = value & MemoryWord.mask(size);
        if (signals(section, offset, size, order == targetOrder ? whole : MemoryWord.swap(whole, size))) {
            return;
        }
        ByteOrder deviceOrder = section.rules.endian().on(targetOrder);
        long inDeviceOrder = deviceOrder == order ? whole : MemoryWord.swap(whole, size);
        if (isUnlocked(section)) {
            write(section, ops, offset, size, inDeviceOrder, attributes, status);
        } else {
            qom.exclusively(() -> write(section, ops, offset, size, inDeviceOrder, attributes, status));
        }
    }

    private static boolean signals(Section section, long offset, int size, long valueInTargetOrder) {
        for (IoEvent event : section.region().events().list()) {
            if (event.matches(offset, size, valueInTargetOrder)) {
                event.notifier().signal();
                return true;
            }
        }
        return false;
    }

    private void write(
            Section section,
            RegionOps ops,
            long offset,
            int size,
            long value,
            MemTxAttributes attributes,
            TxStatus status) {
        boolean isGuarded = isGuarded(section);
        if (isGuarded && !guard.enter(section.region(), offset)) {
            status.add(MemTxResult.ACCESS_ERROR);
            return;
        }
        try {
            AccessRules rules = section.rules;
            ByteOrder deviceOrder = rules.endian().on(targetOrder);
            int piece = pieceSize(rules, size);
            long mask = MemoryWord.mask(piece);
            for (int done = 0; done < size; done += piece) {
                int shift = shift(deviceOrder, size, piece, done);
                long part = (shift >= 0 ? value >>> shift : value << -shift) & mask;
                try {
                    ops.write(offset + done, part, piece, attributes);
                } catch (MemTxException failure) {
                    status.add(failure.result());
                }
            }
        } finally {
            if (isGuarded) {
                guard.leave();
            }
        }
    }

    private static boolean isValid(
            RegionOps ops, AccessRules rules, long offset, int size, boolean isWrite, MemTxAttributes attributes) {
        if (!ops.accepts(offset, size, isWrite, attributes)) {
            return false;
        }
        if (!rules.validUnaligned() && (offset & (size - 1)) != 0) {
            return false;
        }
        return rules.validMax() == 0 || (size >= rules.validMin() && size <= rules.validMax());
    }

    private static int pieceSize(AccessRules rules, int size) {
        int min = rules.implMin() == 0 ? 1 : rules.implMin();
        int max = rules.implMax() == 0 ? DEFAULT_MAX : rules.implMax();
        return Math.max(Math.min(size, max), min);
    }

    /** Returns by how many bits a piece is shifted up in the whole; a piece wider than the whole is shifted down. */
    private static int shift(ByteOrder deviceOrder, int size, int piece, int done) {
        return (deviceOrder == ByteOrder.LITTLE_ENDIAN ? done : size - piece - done) * Byte.SIZE;
    }

    private static boolean isUnlocked(Section section) {
        return section.region().isLocklessIo() || section.region().content() instanceof RegionContent.RamDevice;
    }

    private static boolean isGuarded(Section section) {
        return section.region().content() instanceof RegionContent.Io
                && !isUnlocked(section)
                && !section.region().isReentrant();
    }
}
