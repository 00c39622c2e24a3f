// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.monitor.command.Call;
import org.jspecify.annotations.Nullable;

/**
 * The address spaces of a runtime, for programs: each with its tree of regions, and with the ranges that are visible.
 *
 * <p>Ends are inclusive, so that they fit into 64 bits. QEMU tells people the same with {@code info mtree}.
 */
final class MemoryTreeReport {
    private MemoryTreeReport() {}

    static void write(Call call, QmpJsonWriter out, @Nullable String field) {
        call.qom().exclusively(() -> {
            out.beginList(field);
            for (AddressSpace space : call.qom().service(MemoryTopology.class).spaces()) {
                out.beginStruct(null);
                out.writeString("name", space.name());
                MemoryRegion root = space.root();
                if (root != null) {
                    region("root", root, 0, out);
                }
                out.beginList("view");
                for (FlatRange range : space.view().ranges()) {
                    range(range, out);
                }
                out.endList();
                out.endStruct();
            }
            out.endList();
        });
    }

    private static void region(@Nullable String field, MemoryRegion region, long base, QmpJsonWriter out) {
        long start = base + region.address();
        out.beginStruct(field);
        out.writeString("name", region.regionName());
        out.writeString("kind", region.typeWord());
        out.writeUint64("start", start);
        if (!region.size().isZero()) {
            out.writeUint64("end", start + region.size().last());
        }
        out.writeInt64("priority", region.priority());
        out.writeBool("enabled", region.isEnabled());
        out.writeBool("readonly", region.isReadOnly());
        out.writeBool("nonvolatile", region.isNonvolatile());
        String path = region.canonicalPath();
        if (path != null) {
            out.writeString("path", path);
        }
        MemoryRegion target = region.aliasTarget();
        if (target != null) {
            out.beginStruct("alias");
            out.writeString("name", target.regionName());
            out.writeUint64("offset", region.aliasOffset());
            out.endStruct();
        }
        out.beginList("children");
        for (MemoryRegion child : region.subregions()) {
            region(null, child, start, out);
        }
        out.endList();
        out.endStruct();
    }

    private static void range(FlatRange range, QmpJsonWriter out) {
        out.beginStruct(null);
        out.writeUint64("start", range.first());
        out.writeUint64("end", range.last());
        out.writeString("kind", range.typeWord());
        out.writeString("name", range.region().regionName());
        out.writeUint64("offset", range.offset());
        out.endStruct();
    }
}
