// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.host.FallocateFlags.FALLOC_FL_KEEP_SIZE;
import static io.qom4j.exec.host.FallocateFlags.FALLOC_FL_PUNCH_HOLE;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemoryAdvice;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The giving back of block memory that the guest does not need: afterwards it reads as zeros and takes no space.
 *
 * <p>QEMU punches a hole into the file even where the mapping is private, and so destroys what other users of the file see. Here that
 * is refused for a file that has a name, unless it is asked for.
 *
 * <p>Thread-safe. QEMU: system/physmem.c, ram_block_discard_range.
 */
public final class RamDiscard {
    private static final String NAME = "ram_block_discard_range: ";

    private final Host host;
    private final DiscardCoordination coordination = new DiscardCoordination();

    RamDiscard(Host host) {
        this.host = host;
    }

    /** Returns who forbids discarding, and who depends on it. */
    public DiscardCoordination coordination() {
        return coordination;
    }

    /** Discards a range; a private mapping of a named file is refused. See {@link #discardWithFile}. */
    public void discard(RamBlock block, long offset, long length) {
        RamFlags flags = block.flags();
        if (block.fd() >= 0 && !block.isShared() && flags.has(RamFlags.RAM_NAMED_FILE)) {
            throw new RamException(
                    NAME + "block '" + block.label()
                            + "' is a private mapping of a file; discarding would change the file",
                    "map the file with share=on, or discard with the file's contents on purpose");
        }
        discardWithFile(block, offset, length);
    }

    /**
     * Discards a range, and the range of the file behind it even if the mapping is private.
     *
     * @param offset where in the block, in bytes; a multiple of its page size
     * @param length bytes; a multiple of its page size
     * @throws RamException if the range is not aligned or not in the block, the file may only be read, or the host refuses
     */
    public void discardWithFile(RamBlock block, long offset, long length) {
        check(block, offset, length);
        if (length == 0) {
            return;
        }
        if (block.fd() >= 0) {
            if (block.flags().has(RamFlags.RAM_READONLY_FD)) {
                throw new RamException(NAME + "Discarding RAM with readonly files is not supported");
            }
            int mode = FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE;
            attempt(
                    "fallocate",
                    block,
                    offset,
                    length,
                    () -> host.fallocate(block.fd(), mode, block.fdOffset() + offset, length));
        }
        if (block.pageSize() == host.pageSize()) {
            boolean sharedAnonymous = block.isShared() && block.fd() < 0;
            int advice = sharedAnonymous ? MemoryAdvice.MADV_REMOVE : MemoryAdvice.MADV_DONTNEED;
            MemorySegment range = block.segment().asSlice(offset, length);
            attempt("discard", block, offset, length, () -> host.madvise(range, advice));
        }
    }

    private static void check(RamBlock block, long offset, long length) {
        long page = block.pageSize();
        if (((block.address() + offset) & (page - 1)) != 0) {
            throw new RamException(
                    NAME + String.format("Unaligned start address: 0x%x", block.address() + offset),
                    "the start must be a multiple of 0x" + Long.toHexString(page));
        }
        if (offset < 0 || length < 0 || offset > block.maxLength() - length) {
            throw new RamException(NAME
                    + String.format(
                            "Overrun block '%s' (%s/%x/%x)",
                            block.label(), Long.toUnsignedString(offset), length, block.maxLength()));
        }
        if ((length & (page - 1)) != 0) {
            throw new RamException(
                    NAME + String.format("Unaligned length: %x", length),
                    "the length must be a multiple of 0x" + Long.toHexString(page));
        }
    }

    private static void attempt(String what, RamBlock block, long offset, long length, Runnable call) {
        try {
            call.run();
        } catch (HostException refusal) {
            throw new RamException(
                    NAME
                            + String.format(
                                    "Failed to %s range %s:%x +%x (%d)",
                                    what, block.label(), offset, length, -refusal.errno()),
                    List.of(refusal.errorText()),
                    refusal);
        }
    }
}
