// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.IommuTranslator;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionContent;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.view.FlatRange;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a flat view made ready for access: what of it is memory is at hand.
 *
 * <p>Immutable. QEMU: MemoryRegionSection, and system/memory.c, memory_access_is_direct.
 */
final class Section {
    final long first;
    final long last;

    /** What is seen here; null in a hole. */
    final @Nullable FlatRange range;

    /** The memory if reads go straight to it; null if not. */
    final @Nullable RegionMemory readable;

    /** The memory if writes go straight to it; null if not. */
    final @Nullable RegionMemory writable;

    /** The same as {@link #readable}, for memory that never faults. */
    final @Nullable MemorySegment sureReadable;

    /** The same as {@link #writable}, for memory that never faults and whose writes nobody follows. */
    final @Nullable MemorySegment sureWritable;

    /** What to add to an address for the offset in the memory. */
    final long shift;

    final int dirtyClients;

    /** Who answers what does not go straight to memory; null if nobody does. */
    final @Nullable RegionOps ops;

    /** Which accesses {@link #ops} takes. */
    final AccessRules rules;

    /** Where accesses go on from an IOMMU; null if this is none. */
    final @Nullable IommuTranslator translator;

    Section(long first, long last, @Nullable FlatRange range) {
        this.first = first;
        this.last = last;
        this.range = range;
        MemoryRegion region = range == null ? null : range.region();
        RegionContent content = region == null ? null : region.content();
        RegionMemory memory = content == null ? null : content.memory();
        boolean isRam = content instanceof RegionContent.Ram;
        boolean isReadDirectly =
                isRam || (content instanceof RegionContent.RomDevice && range != null && range.isInRomMode());
        readable = isReadDirectly ? memory : null;
        writable = isRam && range != null && !range.isReadOnly() ? memory : null;
        shift = range == null ? 0 : range.offset() - first;
        dirtyClients = range == null ? 0 : range.dirtyLogMask();
        sureReadable = readable == null || readable.mayFault() ? null : readable.segment();
        sureWritable = writable == null || writable.mayFault() || dirtyClients != 0 ? null : writable.segment();
        translator = content instanceof RegionContent.Iommu iommu ? iommu.translator() : null;
        ops = opsOf(content, range != null && range.isReadOnly());
        rules = rulesOf(content);
    }

    private static @Nullable RegionOps opsOf(@Nullable RegionContent content, boolean isReadOnly) {
        if (content instanceof RegionContent.RamDevice device) {
            return new RamDeviceOps(device.memory(), isReadOnly);
        }
        return content == null ? null : content.ops();
    }

    private static AccessRules rulesOf(@Nullable RegionContent content) {
        if (content instanceof RegionContent.RamDevice) {
            return RamDeviceOps.RULES;
        }
        return content == null ? AccessRules.DEFAULT : content.rules();
    }

    /** Returns the region; only for sections that are no holes. */
    MemoryRegion region() {
        return Objects.requireNonNull(range, "a hole has no region").region();
    }

    /** Returns the memory that reads go to; only for sections that have some. */
    RegionMemory memory() {
        return Objects.requireNonNull(readable, "reads do not go to memory here");
    }

    /** Returns the offset in the region that an address shows. */
    long offsetOf(long address) {
        return address + shift;
    }

    /** Returns how many of the bytes wanted, from an address of this section on, are in it. */
    long countFrom(long address, long wanted) {
        long room = last - address;
        return Long.compareUnsigned(room, wanted - 1) < 0 ? room + 1 : wanted;
    }

    /** Tells whether bytes from an address of this section on are all in it. */
    boolean holds(long address, long lengthLess1) {
        return Long.compareUnsigned(last - address, lengthLess1) >= 0;
    }
}
