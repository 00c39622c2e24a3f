// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.Qom;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.text.StringOutputVisitor;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be told of a memory backend: a row of QEMU's {@code query-memdev}.
 *
 * <p>Immutable. QEMU: hw/core/machine-qmp-cmds.c, qmp_query_memdev; hw/core/machine-hmp-cmds.c, hmp_info_memdev.
 *
 * @param id the backend's id
 * @param size bytes, unsigned
 * @param merge whether equal pages may be merged
 * @param dump whether the memory is part of core dumps
 * @param prealloc whether it is preallocated
 * @param share whether it is shared
 * @param reserve whether swap space or huge pages are reserved
 * @param hostNodes NUMA nodes in ascending order
 * @param policy where the host takes the pages from
 */
public record MemdevInfo(
        String id,
        long size,
        boolean merge,
        boolean dump,
        boolean prealloc,
        boolean share,
        boolean reserve,
        List<Long> hostNodes,
        HostMemPolicy policy) {
    /** Copies the nodes. */
    public MemdevInfo {
        hostNodes = List.copyOf(hostNodes);
    }

    /** Returns a row for each memory backend of a runtime, in the order in which they were made. Thread-safe. */
    public static List<MemdevInfo> all(Qom qom) {
        List<MemdevInfo> rows = new ArrayList<>();
        for (HostMemoryBackend backend : HostMemoryBackend.all(qom)) {
            rows.add(of(backend));
        }
        return rows;
    }

    private static MemdevInfo of(HostMemoryBackend backend) {
        List<Long> nodes = new ArrayList<>();
        for (long node : backend.hostNodes()) {
            nodes.add(node);
        }
        return new MemdevInfo(
                String.valueOf(backend.name()),
                backend.size(),
                backend.isMergeable(),
                backend.isDumped(),
                backend.isPreallocated(),
                backend.isShared(),
                backend.isReserved(),
                nodes,
                backend.policy());
    }

    /** Returns the lines of QEMU's {@code info memdev} for this backend. */
    public List<String> lines() {
        StringOutputVisitor nodes = StringOutputVisitor.plain();
        nodes.beginList(null);
        hostNodes.forEach(node -> nodes.writeUint64(null, node));
        nodes.endList();
        return List.of(
                "memory backend: " + id,
                "  size:  " + Long.toUnsignedString(size),
                "  merge: " + merge,
                "  dump: " + dump,
                "  prealloc: " + prealloc,
                "  share: " + share,
                "  reserve: " + reserve,
                "  policy: " + EnumProperty.word(policy),
                "  host nodes: " + nodes.text());
    }
}
