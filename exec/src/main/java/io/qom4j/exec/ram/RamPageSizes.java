// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Host;
import java.util.function.Consumer;

/**
 * The page sizes of what backs a list's blocks, as one number each.
 *
 * <p>A block is <em>mapped</em> if its owner says that a machine uses it ({@link RamBlockOwner#isMapped}); one that merely exists
 * says nothing about the guest's memory. Results are bytes. Thread-safe: each call looks at the blocks of its moment.
 *
 * <p>QEMU: system/physmem.c, qemu_ram_pagesize_largest, qemu_minrampagesize, qemu_maxrampagesize and qemu_getrampagesize.
 */
public final class RamPageSizes {
    private final Iterable<RamBlock> blocks;
    private final Host host;
    private final Consumer<String> warnings;

    RamPageSizes(Iterable<RamBlock> blocks, Host host, Consumer<String> warnings) {
        this.blocks = blocks;
        this.host = host;
        this.warnings = warnings;
    }

    /** Returns the largest page size of all blocks, mapped or not; 0 if there is none. QEMU: qemu_ram_pagesize_largest. */
    public long largest() {
        long largest = 0;
        for (RamBlock block : blocks) {
            largest = Math.max(largest, block.pageSize());
        }
        return largest;
    }

    /** Returns the largest page size of the mapped blocks; 0 if there is none. QEMU: qemu_maxrampagesize. */
    public long largestMapped() {
        long largest = 0;
        for (RamBlock block : blocks) {
            if (block.owner().isMapped()) {
                largest = Math.max(largest, block.pageSize());
            }
        }
        return largest;
    }

    /** Returns the smallest page size of the mapped blocks; {@link Long#MAX_VALUE} if there is none. QEMU: qemu_minrampagesize. */
    public long smallestMapped() {
        long smallest = Long.MAX_VALUE;
        for (RamBlock block : blocks) {
            if (block.owner().isMapped()) {
                smallest = Math.min(smallest, block.pageSize());
            }
        }
        return smallest;
    }

    /**
     * Returns the page size that an accelerator may count on for all of the guest's memory, main memory being ordinary.
     *
     * @param isAllInBackends whether each part of main memory is a mapped block; if not, some of it has the host's ordinary pages
     */
    public long guestRam(boolean isAllInBackends) {
        return guestRam(host.pageSize(), isAllInBackends);
    }

    /**
     * Returns the page size that an accelerator may count on for all of the guest's memory.
     *
     * <p>If main memory has smaller pages than the mapped blocks, it decides, with QEMU's warning. QEMU: qemu_getrampagesize.
     *
     * @param mainPageSize the page size of main memory that is in no backend, such as that of the file system of -mem-path
     * @param isAllInBackends whether each part of main memory is a mapped block
     */
    public long guestRam(long mainPageSize, boolean isAllInBackends) {
        long smallest = smallestMapped();
        if (smallest == Long.MAX_VALUE) {
            return mainPageSize;
        }
        if (smallest > mainPageSize && !isAllInBackends) {
            warnings.accept("Huge page support disabled (n/a for main memory).");
            return mainPageSize;
        }
        return smallest;
    }
}
