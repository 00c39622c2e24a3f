// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.exec.region.MemoryRegion;
import java.util.ArrayList;
import java.util.List;

/**
 * The devices that are in the middle of an access; none of them is entered again.
 *
 * <p>A device that is made to write to its own registers, by a DMA address that the guest chose, runs in a state that its author
 * never thought of. All regions of one owner count as one device. A warning is given once.
 *
 * <p>Confined to the runtime's writer lock. QEMU since 8.1: system/memory.c, access_with_adjusted_size, and struct
 * MemReentrancyGuard.
 */
final class ReentryGuard {
    private final Qom qom;
    private final List<QomObject> engaged = new ArrayList<>();
    private boolean hasWarned;

    ReentryGuard(Qom qom) {
        this.qom = qom;
    }

    /** Enters a device unless it is in an access already; each success needs one {@link #leave}. */
    boolean enter(MemoryRegion region, long offset) {
        QomObject device = deviceOf(region);
        for (QomObject each : engaged) {
            if (each == device) {
                if (!hasWarned) {
                    hasWarned = true;
                    qom.warn(String.format(
                            "Blocked re-entrant IO on MemoryRegion: %s at addr: 0x%X", region.regionName(), offset));
                }
                return false;
            }
        }
        engaged.add(device);
        return true;
    }

    /** Leaves the device that was entered last. */
    void leave() {
        engaged.removeLast();
    }

    private static QomObject deviceOf(MemoryRegion region) {
        QomObject owner = region.owner();
        return owner == null ? region : owner;
    }
}
