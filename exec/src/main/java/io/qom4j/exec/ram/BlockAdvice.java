// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.host.MemoryAdvice.MADV_DONTDUMP;
import static io.qom4j.exec.host.MemoryAdvice.MADV_DONTFORK;
import static io.qom4j.exec.host.MemoryAdvice.MADV_HUGEPAGE;
import static io.qom4j.exec.host.MemoryAdvice.MADV_MERGEABLE;

import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel is told about each new block. A refusal never fails the block: it is kept for whoever asks.
 *
 * <p>One piece of QEMU's advice is left out: shared persistent memory is not said to be welcome as huge pages. On DAX that makes no
 * difference; on any other file system it makes the page cache keep the file in large pieces, and each write-back of a few bytes
 * write a whole one, three times as slow as need be on ext4.
 *
 * <p>Confined. QEMU: system/physmem.c, ram_block_add.
 */
final class BlockAdvice {
    private final RamListOptions options;

    BlockAdvice(RamListOptions options) {
        this.options = options;
    }

    /** Gives advice, and returns what was refused. Memory that the caller supplied is left alone. */
    List<HostException> apply(RamRequest request, BlockMemory memory) {
        HostMapping mapping = memory.mapping();
        if (mapping == null) {
            return List.of();
        }
        List<HostException> refused = new ArrayList<>(0);
        MachineMemoryDefaults wanted = request.advice() == null ? options.machine() : request.advice();
        if (wanted.merge()) {
            advise(mapping, MADV_MERGEABLE, refused);
        }
        if (!wanted.dump() && !advise(mapping, MADV_DONTDUMP, refused)) {
            options.warnings().accept("madvise doesn't support MADV_DONTDUMP, but dump-guest-core=off specified");
        }
        if (!request.flags().has(RamFlags.RAM_SHARED | RamFlags.RAM_PMEM)) {
            advise(mapping, MADV_HUGEPAGE, refused);
        }
        advise(mapping, MADV_DONTFORK, refused);
        return refused;
    }

    private static boolean advise(HostMapping mapping, int advice, List<HostException> refused) {
        try {
            mapping.advise(advice);
            return true;
        } catch (HostException refusal) {
            refused.add(refusal);
            return false;
        }
    }
}
