// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.host.MemoryAdvice.MADV_DONTDUMP;
import static io.qom4j.exec.host.MemoryAdvice.MADV_DONTFORK;
import static io.qom4j.exec.host.MemoryAdvice.MADV_HUGEPAGE;
import static io.qom4j.exec.host.MemoryAdvice.MADV_MERGEABLE;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel is told about each new block. A refusal never fails the block: it is kept for whoever asks.
 *
 * <p>Confined. QEMU: system/physmem.c, ram_block_add.
 */
final class BlockAdvice {
    private final Host host;
    private final RamListOptions options;

    BlockAdvice(Host host, RamListOptions options) {
        this.host = host;
        this.options = options;
    }

    /** Gives advice, and returns what was refused. Memory that the caller supplied is left alone. */
    List<HostException> apply(RamRequest request, BlockMemory memory) {
        List<HostException> refused = new ArrayList<>();
        if (memory.mapping() == null) {
            return refused;
        }
        MachineMemoryDefaults wanted = request.advice() == null ? options.machine() : request.advice();
        if (wanted.merge()) {
            advise(memory, MADV_MERGEABLE, refused);
        }
        if (!wanted.dump() && !advise(memory, MADV_DONTDUMP, refused)) {
            options.warnings().accept("madvise doesn't support MADV_DONTDUMP, but dump-guest-core=off specified");
        }
        advise(memory, MADV_HUGEPAGE, refused);
        advise(memory, MADV_DONTFORK, refused);
        return refused;
    }

    private boolean advise(BlockMemory memory, int advice, List<HostException> refused) {
        try {
            host.madvise(memory.segment(), advice);
            return true;
        } catch (HostException refusal) {
            refused.add(refusal);
            return false;
        }
    }
}
