// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The choice of offsets for blocks in the ram_addr space.
 *
 * <p><strong>The rule.</strong> The first block goes to 0. Later ones go behind an existing block: each block's end, rounded up
 * to 64 target pages (so that a word of the dirty bitmap never covers two blocks), is a candidate, and the space from there to the
 * next block is its gap. The smallest gap that is large enough wins; of equal ones, that behind the block which comes first in
 * the block list (longest first, then oldest). What lies below the lowest block is never a candidate, which shows when the block
 * at 0 is freed; {@link PlacementPolicy#REUSE_START} mends that.
 *
 * <p><strong>How it is fast.</strong> QEMU compares every block with every other. Here each slot knows its two neighbours by offset
 * and the gap behind it, and slots with a gap stand in a tree ordered by gap and list position: the answer is the first one
 * that is not smaller than the request. This works because every offset is a multiple of the rounding, so that the neighbour
 * above never starts before a candidate. Placing and freeing take O(log n).
 *
 * <p>Confined: the owner's lock guards it. QEMU: system/physmem.c, find_ram_offset.
 */
public final class RamPlacement {
    /** The last ram_addr; the space ends here. */
    public static final long RAM_ADDR_MAX = -1L;

    private static final int PAGES_IN_A_WORD = 64;

    private final PlacementPolicy policy;
    private final long rounding;
    private final TreeSet<RamSlot> gaps = new TreeSet<>(RamSlot::compareByGap);
    private @Nullable RamSlot lowest;
    private long sequence;
    private int count;

    /** Makes the placement of an empty space in QEMU's way, for target pages of 4 KiB. */
    public RamPlacement() {
        this(PlacementPolicy.QEMU, 4096);
    }

    /**
     * Makes the placement of an empty space.
     *
     * @param targetPageSize size of a guest page in bytes, a power of two
     */
    public RamPlacement(PlacementPolicy policy, long targetPageSize) {
        if (targetPageSize <= 0 || Long.bitCount(targetPageSize) != 1) {
            throw new IllegalArgumentException("target page size is " + targetPageSize + "; it must be a power of two");
        }
        this.policy = policy;
        this.rounding = targetPageSize * PAGES_IN_A_WORD;
    }

    /** Returns how many blocks are placed. */
    public int count() {
        return count;
    }

    /** Returns the slot with the lowest offset, or null if there is none. */
    public @Nullable RamSlot lowest() {
        return lowest;
    }

    /**
     * Finds a place and takes it.
     *
     * @param size bytes, unsigned, not 0
     * @throws RamException if no gap is large enough
     */
    public RamSlot place(long size) {
        if (size == 0) {
            throw new IllegalArgumentException("size is 0; a block has at least one page");
        }
        RamSlot first = lowest;
        if (first == null) {
            return insert(new RamSlot(0, size, sequence++, roundedEnd(0, size)), null, null);
        }
        RamSlot best = bestGap(size);
        if (policy == PlacementPolicy.REUSE_START && Long.compareUnsigned(size, first.offset()) <= 0) {
            if (best == null || Long.compareUnsigned(first.offset(), best.gap) <= 0) {
                return insert(new RamSlot(0, size, sequence++, roundedEnd(0, size)), null, first);
            }
        }
        if (best == null) {
            throw new RamException(
                    "Failed to find gap of requested size: " + Long.toUnsignedString(size),
                    "all " + count + " blocks and the new one must fit into 2^64 bytes");
        }
        return insert(new RamSlot(best.next, size, sequence++, roundedEnd(best.next, size)), best, best.above);
    }

    /** Gives a place back; as if the slot had never been there, except that later blocks stay where they are. */
    public void free(RamSlot slot) {
        RamSlot below = slot.below;
        RamSlot above = slot.above;
        boolean known = below != null ? below.above == slot : lowest == slot;
        if (!known) {
            throw new IllegalArgumentException(slot + " is not placed here, or was freed already");
        }
        count--;
        setGap(slot, 0);
        if (above != null) {
            above.below = below;
        }
        if (below == null) {
            lowest = above;
        } else {
            below.above = above;
            setGap(below, gapBehind(below));
        }
        slot.below = null;
        slot.above = null;
    }

    private @Nullable RamSlot bestGap(long size) {
        // A slot that would stand before all others with this gap: no block is longer, none older.
        RamSlot wanted = new RamSlot(0, RAM_ADDR_MAX, -1, 0);
        wanted.gap = size;
        return gaps.ceiling(wanted);
    }

    private RamSlot insert(RamSlot slot, @Nullable RamSlot below, @Nullable RamSlot above) {
        slot.below = below;
        slot.above = above;
        if (below == null) {
            lowest = slot;
        } else {
            below.above = slot;
            setGap(below, gapBehind(below));
        }
        if (above != null) {
            above.below = slot;
        }
        setGap(slot, gapBehind(slot));
        count++;
        return slot;
    }

    private static long gapBehind(RamSlot slot) {
        if (slot.next == 0) {
            return 0;
        }
        RamSlot above = slot.above;
        return (above == null ? RAM_ADDR_MAX : above.offset()) - slot.next;
    }

    private void setGap(RamSlot slot, long gap) {
        if (slot.gap == gap) {
            return;
        }
        if (slot.gap != 0) {
            gaps.remove(slot);
        }
        slot.gap = gap;
        if (gap != 0) {
            gaps.add(slot);
        }
    }

    /** Returns the end of a block rounded up, or 0 if that is not an address any more. */
    private long roundedEnd(long offset, long size) {
        long end = offset + size;
        if (Long.compareUnsigned(end, offset) < 0) {
            return 0;
        }
        return (end + rounding - 1) & -rounding;
    }
}
