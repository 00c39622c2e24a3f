// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.AddressRange;
import io.qom4j.exec.region.MemoryRegion;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a flat view: addresses that show consecutive bytes of one region.
 *
 * <p>Immutable. QEMU: system/memory.c, struct FlatRange; also what listeners are given, MemoryRegionSection.
 *
 * @param first the first address
 * @param last the last address, unsigned
 * @param region who answers
 * @param offset where in the region the first address is, in bytes
 * @param dirtyLogMask who wants writes to be logged: {@link io.qom4j.exec.ram.DirtyClient} bits
 * @param isInRomMode whether a ROM device was read directly when the view was made
 * @param isReadOnly whether the region, or something around it, forbids writes
 * @param isNonvolatile whether the region, or something around it, survives power loss
 * @param isUnmergeable whether the piece stays apart from its neighbours
 */
public record FlatRange(
        long first,
        long last,
        MemoryRegion region,
        long offset,
        int dirtyLogMask,
        boolean isInRomMode,
        boolean isReadOnly,
        boolean isNonvolatile,
        boolean isUnmergeable) {

    /** Returns the addresses. */
    public AddressRange range() {
        return new AddressRange(first, last);
    }

    /** Returns the offset in the region that an address of the range shows. */
    public long offsetOf(long address) {
        return address - first + offset;
    }

    /** Tells whether an address is in the range. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - first, last - first) <= 0;
    }

    /** Returns the part of the range that shows some of these offsets of the region, or null if there is none. */
    public @Nullable FlatRange partWithOffsets(AddressRange offsets) {
        AddressRange mine = new AddressRange(offset, offsetOf(last));
        return mine.intersects(offsets) ? part(mine.intersection(offsets)) : null;
    }

    private FlatRange part(AddressRange offsets) {
        long start = first + (offsets.first() - offset);
        return new FlatRange(
                start,
                start + (offsets.last() - offsets.first()),
                region,
                offsets.first(),
                dirtyLogMask,
                isInRomMode,
                isReadOnly,
                isNonvolatile,
                isUnmergeable);
    }

    /** Returns the word for the kind of memory here: the region's, or {@code rom} if writes are forbidden. */
    public String typeWord() {
        return isReadOnly ? "rom" : region.typeWord();
    }

    /**
     * Tells whether the other range shows the same at the same place. Who logs writes does not count: listeners hear of that
     * in another way.
     */
    public boolean showsSameAs(FlatRange other) {
        return first == other.first
                && last == other.last
                && region == other.region
                && offset == other.offset
                && isInRomMode == other.isInRomMode
                && isReadOnly == other.isReadOnly
                && isNonvolatile == other.isNonvolatile
                && isUnmergeable == other.isUnmergeable;
    }

    /** Tells whether the next range could as well be a part of this one. */
    boolean continuesWith(FlatRange next) {
        long lastOffset = offsetOf(last);
        return last != -1
                && last + 1 == next.first
                && region == next.region
                && lastOffset != -1
                && lastOffset + 1 == next.offset
                && dirtyLogMask == next.dirtyLogMask
                && isInRomMode == next.isInRomMode
                && isReadOnly == next.isReadOnly
                && isNonvolatile == next.isNonvolatile
                && !isUnmergeable
                && !next.isUnmergeable;
    }

    /** Returns this with another answer to who wants writes to be logged. */
    public FlatRange withDirtyLogMask(int mask) {
        return new FlatRange(first, last, region, offset, mask, isInRomMode, isReadOnly, isNonvolatile, isUnmergeable);
    }

    FlatRange upTo(long newLast) {
        return part(new AddressRange(offset, offset + (newLast - first)));
    }

    /** Returns the part between two of the range's addresses, both included. */
    FlatRange between(long newFirst, long newLast) {
        return part(new AddressRange(offsetOf(newFirst), offsetOf(newLast)));
    }

    /** Returns the addresses, the region's name and the offset in it. */
    @Override
    public String toString() {
        return range() + " " + region.regionName() + (offset == 0 ? "" : String.format(" @%016x", offset));
    }
}
