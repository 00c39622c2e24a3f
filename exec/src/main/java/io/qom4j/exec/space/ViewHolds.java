// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.core.QomObject;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The references that keep alive what a published view shows: of each region's owner, or of the region if it is free.
 *
 * <p>Confined to the runtime's writer lock. QEMU: memory_region_ref in flatview_insert.
 */
final class ViewHolds {
    private final List<QomObject> held = new ArrayList<>();

    ViewHolds(FlatView view) {
        MemoryRegion previous = null;
        for (FlatRange range : view.ranges()) {
            if (range.region() != previous) {
                previous = range.region();
                QomObject object = tryHold(previous);
                if (object != null) {
                    held.add(object);
                }
            }
        }
    }

    /** Takes the reference that keeps a region, or returns null if it is ending. */
    static @Nullable QomObject tryHold(MemoryRegion region) {
        QomObject owner = region.owner();
        QomObject object = owner == null ? region : owner;
        if (object.isFinalized()) {
            return null;
        }
        try {
            return object.ref();
        } catch (IllegalStateException ending) {
            return null;
        }
    }

    /** Drops the references; what ends thereby ends now. */
    void release() {
        List<QomObject> all = List.copyOf(held);
        held.clear();
        for (QomObject object : all) {
            object.unref();
        }
    }
}
