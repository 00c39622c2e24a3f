// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.Qom;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.text.StringOutputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a memory backend: a row of QEMU's {@code query-memdev}.
 *
 * <p>{@link #writeAll} gives the reply of {@code query-memdev}, {@link #text} the text of {@code info memdev}; both list backends in the
 * order in which they were made, where QEMU's order is that of a hash table. Immutable. QEMU: hw/core/machine-qmp-cmds.c, qmp_query_memdev; hw/core/machine-hmp-cmds.c, hmp_info_memdev.
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

    /**
     * Writes the reply of {@code query-memdev}: a list with a struct for each memory backend.
     *
     * @param field the name of the list within the open struct, or null for a value of its own
     */
    public static void writeAll(Qom qom, OutputVisitor visitor, @Nullable String field) {
        visitor.beginList(field);
        all(qom).forEach(row -> row.write(visitor, null));
        visitor.endList();
    }

    /** Returns the text of {@code info memdev}: lines that end in a line feed, and an empty one behind the last backend. */
    public static String text(Qom qom) {
        StringBuilder text = new StringBuilder();
        all(qom).forEach(row -> row.lines().forEach(line -> text.append(line).append('\n')));
        return text.append('\n').toString();
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

    /** Writes this row as a struct of QEMU's {@code Memdev}. */
    public void write(OutputVisitor visitor, @Nullable String field) {
        visitor.beginStruct(field);
        visitor.writeString("id", id);
        visitor.writeSize("size", size);
        visitor.writeBool("merge", merge);
        visitor.writeBool("dump", dump);
        visitor.writeBool("prealloc", prealloc);
        visitor.writeBool("share", share);
        visitor.writeBool("reserve", reserve);
        visitor.beginList("host-nodes");
        hostNodes.forEach(node -> visitor.writeUint64(null, node));
        visitor.endList();
        visitor.writeEnum("policy", EnumProperty.word(policy));
        visitor.endStruct();
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
