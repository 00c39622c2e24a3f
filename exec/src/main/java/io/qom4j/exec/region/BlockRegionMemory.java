// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.util.Objects;

/**
 * A RAM block as a region's memory: writes go into the dirty bitmaps, and the block is freed with the region, unless
 * somebody has freed it before.
 *
 * <p>Immutable.
 *
 * @param list the list that the block is in
 * @param block the block
 */
public record BlockRegionMemory(RamList list, RamBlock block) implements RegionMemory {
    /** Checks that both are there. */
    public BlockRegionMemory {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(block, "block");
    }

    @Override
    public GuardedMemory guarded() {
        return block.guarded();
    }

    @Override
    public RegionSize capacity() {
        return RegionSize.of(block.maxLength());
    }

    @Override
    public boolean mayFault() {
        return block.mayFault();
    }

    @Override
    public void markDirty(long offset, long length, int clients) {
        list.dirty().markDirty(block.offset() + offset, length, clients);
    }

    @Override
    public void release() {
        // A runtime that ends frees all blocks at once, perhaps before the last region.
        if (list.contains(block)) {
            list.free(block);
        }
    }
}
