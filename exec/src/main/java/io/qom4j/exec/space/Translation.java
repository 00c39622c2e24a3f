// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatRange;

/**
 * Where an address leads.
 *
 * <p>Immutable. QEMU: system/physmem.c, flatview_translate.
 *
 * @param range the piece of the view that the address is in
 * @param offset the offset in its region
 * @param length for how many bytes on this holds; at most as many as were asked for
 */
public record Translation(FlatRange range, long offset, long length) {
    /** Returns the region. */
    public MemoryRegion region() {
        return range.region();
    }
}
