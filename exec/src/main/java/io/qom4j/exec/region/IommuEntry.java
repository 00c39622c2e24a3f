// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.util.Objects;

/**
 * What an IOMMU answers about a block of addresses around the one that was asked for.
 *
 * <p>Immutable. QEMU: include/exec/memory.h, IOMMUTLBEntry.
 *
 * @param target where the access goes on
 * @param translated the address there; its bits in {@code addressMask} do not count
 * @param addressMask the bits of the address that are kept: the block's size less 1, such as 0xfff
 * @param isReadable whether reads may pass
 * @param isWritable whether writes may pass
 */
public record IommuEntry(MemoryBus target, long translated, long addressMask, boolean isReadable, boolean isWritable) {
    /** Refuses a mask that is not one less than a power of two. */
    public IommuEntry {
        Objects.requireNonNull(target, "target");
        if ((addressMask & addressMask + 1) != 0) {
            throw new IllegalArgumentException("address mask 0x" + Long.toHexString(addressMask)
                    + " has gaps: it must be a power of two less 1, such as 0xfff");
        }
    }

    /** Returns where an address goes on. */
    public long apply(long address) {
        return (translated & ~addressMask) | (address & addressMask);
    }

    /** Tells whether an access may pass. */
    public boolean allows(boolean isWrite) {
        return isWrite ? isWritable : isReadable;
    }
}
