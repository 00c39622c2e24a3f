// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.exec.ram.RamBlockOwner;
import org.jspecify.annotations.Nullable;

/** The owner of a RAM block that was made for a region: the region takes the size that the block is given. */
final class RegionBlockOwner implements RamBlockOwner {
    private final String name;
    private volatile @Nullable MemoryRegion region;

    RegionBlockOwner(String name) {
        this.name = name;
    }

    void region(MemoryRegion made) {
        region = made;
    }

    @Override
    public String name() {
        return name;
    }

    /** Memory that a region was made with is the guest's as soon as it is somewhere in a map. */
    @Override
    public boolean isMapped() {
        MemoryRegion made = region;
        return made != null && made.container() != null;
    }

    @Override
    public boolean isReadOnly() {
        MemoryRegion made = region;
        return made != null && made.isReadOnly();
    }

    @Override
    public void resized(long newSize) {
        MemoryRegion resized = region;
        if (resized != null) {
            if (!resized.qom().isHeldExclusively()) {
                throw new IllegalStateException(
                        "the block of '" + name + "' belongs to a region: use MemoryRegion.resizeRam");
            }
            resized.setSize(RegionSize.of(newSize));
        }
    }
}
