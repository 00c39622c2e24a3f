// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.backends.HostMemoryBackend;
import io.qom4j.core.Qom;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.monitor.command.Call;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The RAM blocks of a runtime, for programs. QEMU tells people the same with {@code info ramblock}. */
final class RamBlockReport {
    private RamBlockReport() {}

    static void write(Call call, QmpJsonWriter out, @Nullable String field) {
        Map<RamBlock, String> owners = owners(call.qom());
        out.beginList(field);
        for (RamBlock block : call.qom().service(RamList.class).snapshot()) {
            out.beginStruct(null);
            out.writeString("name", block.idstr());
            out.writeInt64("page-size", block.pageSize());
            out.writeUint64("offset", block.offset());
            out.writeUint64("used-length", block.usedLength());
            out.writeUint64("total-length", block.maxLength());
            out.beginList("flags");
            String words = block.flags().words();
            if (!words.isEmpty()) {
                for (String word : words.split("[ ,]+", -1)) {
                    out.writeString(null, word);
                }
            }
            out.endList();
            out.writeString("persistence", block.persistence().word());
            String owner = owners.get(block);
            if (owner != null) {
                out.writeString("owner", owner);
            }
            out.endStruct();
        }
        out.endList();
    }

    private static Map<RamBlock, String> owners(Qom qom) {
        Map<RamBlock, String> owners = new HashMap<>();
        for (HostMemoryBackend each : HostMemoryBackend.all(qom)) {
            RamBlock block = each.block();
            String path = each.canonicalPath();
            if (block != null && path != null) {
                owners.put(block, path);
            }
        }
        return owners;
    }
}
