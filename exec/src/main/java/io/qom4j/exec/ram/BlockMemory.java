// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.HostMapping;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Where a block's memory comes from. Immutable.
 *
 * @param segment the memory, at least the block's reserved length
 * @param mapping what to unmap with the block; null for memory that the caller supplied
 * @param pageSize page size of what backs it, in bytes
 * @param align alignment of the address, in bytes
 * @param fd the backing file, which is closed with the block, or -1
 * @param fdOffset where in the file the memory starts, in bytes
 * @param persistence whether stores survive a crash
 * @param effect what was done to the file
 */
record BlockMemory(
        MemorySegment segment,
        @Nullable HostMapping mapping,
        long pageSize,
        long align,
        int fd,
        long fdOffset,
        PersistenceStatus persistence,
        FileEffect effect) {
    /** Returns whether touching the memory can fail. Of memory that the caller supplied, nothing is known. */
    boolean mayFault() {
        return mapping == null || mapping.mayFault();
    }

    BlockMemory withEffect(FileEffect newEffect) {
        return new BlockMemory(segment, mapping, pageSize, align, fd, fdOffset, persistence, newEffect);
    }
}
