// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.host.HostMapping;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a block's memory comes from. Immutable.
 *
 * <p>Either {@code mapping} or {@code supplied} is there.
 *
 * @param mapping the memory, at least the block's reserved length, and what to unmap with the block
 * @param supplied memory that the caller supplied and keeps
 * @param pageSize page size of what backs it, in bytes
 * @param align alignment of the address, in bytes
 * @param fd the backing file, which is closed with the block, or -1
 * @param fdOffset where in the file the memory starts, in bytes
 * @param persistence whether stores survive a crash
 * @param file what the file was when it was opened; null if there is none
 * @param effect what was done to the file
 */
record BlockMemory(
        @Nullable HostMapping mapping,
        @Nullable MemorySegment supplied,
        long pageSize,
        long align,
        int fd,
        long fdOffset,
        PersistenceStatus persistence,
        @Nullable FileStatus file,
        FileEffect effect) {
    /** Returns the memory. A mapping makes its segment when first asked, and is cheaper to unmap before. */
    MemorySegment segment() {
        return mapping != null ? mapping.segment() : Objects.requireNonNull(supplied, "supplied");
    }

    /** Returns the address of the first byte. */
    long address() {
        return mapping != null ? mapping.address() : segment().address();
    }

    /** Returns whether the memory can only be read. */
    boolean isReadOnly() {
        return mapping != null ? mapping.request().readOnly() : segment().isReadOnly();
    }

    /** Returns whether the memory is still there. */
    boolean isAlive() {
        return mapping != null ? mapping.isOpen() : segment().scope().isAlive();
    }

    /** Returns whether touching the memory can fail. Of memory that the caller supplied, nothing is known. */
    boolean mayFault() {
        return mapping == null || mapping.mayFault();
    }

    BlockMemory withEffect(FileEffect newEffect) {
        return new BlockMemory(mapping, supplied, pageSize, align, fd, fdOffset, persistence, file, newEffect);
    }
}
