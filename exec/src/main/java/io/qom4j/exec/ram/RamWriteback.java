// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.SyncFlags;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The writing back of block memory to its file, so that stores survive a crash where that is possible.
 *
 * <p>{@link RamBlock#persistence()} tells what to expect and how it is done: {@code msync} for files, where on DAX the kernel flushes the
 * processors' caches for the pages in question; libpmem for devices; nothing where nothing would help.
 *
 * <p>Thread-safe. QEMU: system/physmem.c, qemu_ram_msync and qemu_ram_writeback.
 */
public final class RamWriteback {
    private final Host host;

    RamWriteback(Host host) {
        this.host = host;
    }

    /** Writes all used bytes of a block back; see {@link #writeBack(RamBlock, long, long)}. */
    public PersistenceStatus writeBack(RamBlock block) {
        return writeBack(block, 0, block.usedLength());
    }

    /**
     * Writes a range back and returns when that is done; does nothing where nothing persists.
     *
     * @param start where in the block, in bytes; widened to whole pages
     * @param length bytes
     * @return whether the range is durable now: it is, unless {@link PersistenceStatus.NotPersistent}
     * @throws IndexOutOfBoundsException if the range is not within the used length
     * @throws RamException if the host cannot write; nothing is known about the range then
     */
    public PersistenceStatus writeBack(RamBlock block, long start, long length) {
        MemorySegment range = block.range(start, length);
        PersistenceStatus status = block.persistence();
        if (length != 0) {
            switch (status.writeback()) {
                case NONE -> {}
                case MSYNC -> syncPages(block, start, length);
                case PMEM_PERSIST -> host.persist(range);
            }
        }
        return status;
    }

    private void syncPages(RamBlock block, long start, long length) {
        long page = host.pageSize();
        long from = start & -page;
        long to = PageRounding.up(start + length, page);
        try {
            host.msync(block.segment().asSlice(from, to - from), SyncFlags.MS_SYNC);
        } catch (HostException refusal) {
            throw new RamException(
                    String.format(
                            "qemu_ram_msync: failed to sync memory range: start: 0x%x length: 0x%x",
                            block.address() + start, length),
                    List.of("block '" + block.label() + "': " + refusal.errorText()),
                    refusal);
        }
    }
}
