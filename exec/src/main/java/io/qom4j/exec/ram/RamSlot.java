// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in the ram_addr space: where a block lies, and how the blocks are ordered.
 *
 * <p>{@link RamPlacement} makes and frees slots. Offset and size never change; the rest belongs to the placement and is
 * confined to it.
 */
public final class RamSlot {
    /**
     * The order of the block list: longest first, equal lengths in order of creation.
     *
     * <p>QEMU: system/physmem.c, ram_block_add.
     */
    public static final Comparator<RamSlot> LIST_ORDER = RamSlot::compareInList;

    private final long offset;
    private final long size;
    private final long sequence;

    /** Where the space behind this block begins: its end, rounded up; 0 if that is beyond the last address. */
    final long next;

    /** How much is free behind this block, from {@link #next} on. */
    long gap;

    /** The neighbour with the next lower offset. */
    @Nullable RamSlot below;

    /** The neighbour with the next higher offset. */
    @Nullable RamSlot above;

    RamSlot(long offset, long size, long sequence, long next) {
        this.offset = offset;
        this.size = size;
        this.sequence = sequence;
        this.next = next;
    }

    /** Returns the first ram_addr of the block. */
    public long offset() {
        return offset;
    }

    /** Returns the reserved length in bytes, unsigned. */
    public long size() {
        return size;
    }

    private static int compareInList(RamSlot a, RamSlot b) {
        int bySize = Long.compareUnsigned(b.size, a.size);
        return bySize != 0 ? bySize : Long.compare(a.sequence, b.sequence);
    }

    /** Orders by free space behind the block, then as in the list: the first slot that fits is the best. */
    static int compareByGap(RamSlot a, RamSlot b) {
        int byGap = Long.compareUnsigned(a.gap, b.gap);
        return byGap != 0 ? byGap : compareInList(a, b);
    }

    @Override
    public String toString() {
        return String.format("RamSlot[0x%x, 0x%x bytes]", offset, size);
    }
}
