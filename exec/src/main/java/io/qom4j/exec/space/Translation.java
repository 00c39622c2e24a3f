// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.IommuEntry;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatRange;
import org.jspecify.annotations.Nullable;

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

    static @Nullable Translation in(AddressSpace space, long address, long length) {
        Section section = space.map.find(address);
        FlatRange range = section.range;
        return range == null
                ? null
                : new Translation(range, section.offsetOf(address), section.countFrom(address, length));
    }

    static @Nullable Translation through(
            AddressSpace first, long address, long length, boolean isWrite, MemTxAttributes attributes) {
        AddressSpace space = first;
        long at = address;
        long count = length;
        for (int translations = 0; translations < Transfer.MOST_TRANSLATIONS; translations++) {
            Section section = space.map.find(at);
            count = section.countFrom(at, count);
            if (section.translator == null) {
                return in(space, at, count);
            }
            long offset = section.offsetOf(at);
            IommuEntry entry = section.translator.translate(offset, isWrite, attributes);
            if (!entry.allows(isWrite) || !(entry.target() instanceof AddressSpace next)) {
                return null;
            }
            long room = entry.addressMask() - (offset & entry.addressMask());
            count = Long.compareUnsigned(room, count - 1) < 0 ? room + 1 : count;
            at = entry.apply(offset);
            space = next;
        }
        return null;
    }
}
