// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemoryAdvice;
import io.qom4j.exec.host.NumaPolicy;
import io.qom4j.exec.ram.Preallocation;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a backend tells the host about memory that is already there.
 *
 * <p>Confined. QEMU: backends/hostmem.c, host_memory_backend_memory_complete and the setters of merge and dump.
 */
record HostAdvice(RamList list, BackendOptions options) {
    /** Says whether equal pages may be merged; as in QEMU a refusal is no error. */
    void merge(RamBlock block, boolean mergeable) {
        advise(block, mergeable ? MemoryAdvice.MADV_MERGEABLE : MemoryAdvice.MADV_UNMERGEABLE);
    }

    /** Says whether the memory is part of core dumps; as in QEMU a refusal is no error. */
    void dump(RamBlock block, boolean dumped) {
        advise(block, dumped ? MemoryAdvice.MADV_DODUMP : MemoryAdvice.MADV_DONTDUMP);
    }

    /** Frees a shared file's storage behind the block; readers of the file then see zeros. */
    void remove(RamBlock block) {
        if (!block.isShared() || block.isReadOnly()) {
            list.options()
                    .warnings()
                    .accept("Property 'discard-data' of " + block.owner().name()
                            + " has no effect: the contents stay, because the "
                            + (block.isReadOnly() ? "file may only be read" : "mapping is private (share=off)"));
            return;
        }
        advise(block, MemoryAdvice.MADV_REMOVE);
    }

    private boolean advise(RamBlock block, int advice) {
        try {
            list.host().madvise(block.segment(), advice);
            return true;
        } catch (HostException refused) {
            list.options().warnings().accept("advice for " + block.owner().name() + ": " + refused.getMessage());
            return false;
        }
    }

    /**
     * Binds the pages to NUMA nodes.
     *
     * @throws ObjectException {@code cannot bind memory to host NUMA nodes: …}
     */
    void bind(RamBlock block, HostMemPolicy policy, HostNodes nodes) {
        try {
            list.host()
                    .mbind(
                            block.segment(),
                            policy.mode(),
                            nodes.mask(),
                            nodes.end() + 1L,
                            NumaPolicy.MPOL_MF_STRICT | NumaPolicy.MPOL_MF_MOVE);
        } catch (HostException refused) {
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR,
                    "cannot bind memory to host NUMA nodes: " + refused.errorText(),
                    List.of("The host's nodes are listed in /sys/devices/system/node."),
                    refused);
        }
    }

    /**
     * Makes the host find a page for every part of the memory now.
     *
     * @param threads how many threads may work
     * @param context on which processors they run, or null for any
     * @throws io.qom4j.exec.ram.RamException if the host runs out of pages
     * @throws ObjectException if somebody cancels
     */
    void preallocate(RamBlock block, long threads, @Nullable ThreadContext context) {
        int most = (int) Math.min(threads, Integer.MAX_VALUE);
        ThreadFactory factory = context == null ? null : context.factory(list.host());
        Preallocation run = new Preallocation(list.host(), block, most, options.preallocation(), factory);
        if (!run.run()) {
            throw new ObjectException("preallocation of '" + block.owner().name() + "' was cancelled after 0x"
                    + Long.toHexString(run.done()) + " of 0x" + Long.toHexString(run.total()) + " bytes");
        }
    }
}
