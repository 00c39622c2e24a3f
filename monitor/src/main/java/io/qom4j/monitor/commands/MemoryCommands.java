// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.INT;
import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.optional;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.backends.HostMemPolicy;
import io.qom4j.backends.MemdevInfo;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.machine.Machine;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands about guest memory.
 *
 * <p>Thread-safe: it has no state. QEMU: hw/core/machine-qmp-cmds.c; qapi/machine.json.
 */
public final class MemoryCommands implements CommandSet {
    private static final EnumType POLICY = new EnumType(
            "HostMemPolicy",
            Arrays.stream(HostMemPolicy.values()).map(EnumProperty::word).toList());
    private static final StructType MEMDEV = struct(
            "Memdev",
            optional("id", ValueType.string()),
            member("size", ValueType.size()),
            member("merge", ValueType.bool()),
            member("dump", ValueType.bool()),
            member("prealloc", ValueType.bool()),
            member("share", ValueType.bool()),
            optional("reserve", ValueType.bool()),
            member("host-nodes", ValueType.listOf(ValueType.unsigned(Short.SIZE))),
            member("policy", POLICY));
    private static final StructType SUMMARY =
            struct("MemoryInfo", member("base-memory", ValueType.size()), optional("plugged-memory", ValueType.size()));
    private static final StructType RAM_BLOCK = struct(
            "RamBlockInfo",
            member("name", ValueType.string()),
            member("page-size", INT),
            member("offset", INT),
            member("used-length", INT),
            member("total-length", INT),
            member("flags", ValueType.listOf(ValueType.string())),
            member("persistence", ValueType.string()),
            optional("owner", ValueType.string()));
    private static final StructType SPACE = struct(
            "AddressSpaceInfo",
            member("name", ValueType.string()),
            optional("root", ValueType.any()),
            member("view", ValueType.listOf(ValueType.any())));

    /** Makes the set. */
    public MemoryCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("query-memdev")
                        .describe("Lists the memory backends")
                        .writes(ValueType.listOf(MEMDEV), MemoryCommands::memdevs),
                Command.named("query-memory-size-summary")
                        .describe("Tells how much memory the machine has")
                        .writes(SUMMARY, MemoryCommands::summary),
                Command.named("x-query-ramblocks")
                        .describe("Lists the RAM blocks in the order of info ramblock")
                        .writes(ValueType.listOf(RAM_BLOCK), RamBlockReport::write),
                Command.named("x-query-mtree")
                        .describe("Lists the address spaces, with their trees of regions and what is visible of them")
                        .writes(ValueType.listOf(SPACE), MemoryTreeReport::write));
    }

    private static void memdevs(Call call, QmpJsonWriter out, @Nullable String field) {
        out.beginList(field);
        for (MemdevInfo each : MemdevInfo.all(call.qom())) {
            out.beginStruct(null);
            out.writeString("id", each.id());
            out.writeSize("size", each.size());
            out.writeBool("merge", each.merge());
            out.writeBool("dump", each.dump());
            out.writeBool("prealloc", each.prealloc());
            out.writeBool("share", each.share());
            out.writeBool("reserve", each.reserve());
            out.writeAny("host-nodes", each.hostNodes());
            out.writeEnum("policy", EnumProperty.word(each.policy()));
            out.endStruct();
        }
        out.endList();
    }

    private static void summary(Call call, QmpJsonWriter out, @Nullable String field) {
        Machine machine = Machine.of(call.qom());
        out.beginStruct(field);
        out.writeSize("base-memory", machine == null ? 0 : machine.memorySize());
        out.writeSize("plugged-memory", 0);
        out.endStruct();
    }
}
