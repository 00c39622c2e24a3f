// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.optional;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.machine.RunControl;
import io.qom4j.machine.RunState;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands about the guest as a whole: what it is called, whether it runs, its end.
 *
 * <p>Thread-safe: it has no state. QEMU: qapi/run-state.json, qapi/misc.json.
 */
public final class RunCommands implements CommandSet {
    private static final EnumType STATE = new EnumType(
            "RunState", Arrays.stream(RunState.values()).map(RunState::word).toList());
    private static final StructType STATUS = struct(
            "StatusInfo",
            member("running", ValueType.bool()),
            member("singlestep", ValueType.bool()),
            member("status", STATE));
    private static final StructType NAME = struct("NameInfo", optional("name", ValueType.string()));
    private static final StructType UUID = struct("UuidInfo", member("UUID", ValueType.string()));

    private static final EnumType CAUSE = new EnumType(
            "ShutdownCause",
            List.of("none", "host-error", "host-qmp-quit", "host-qmp-system-reset", "host-signal", "host-ui"));
    private static final StructType.Member BY_GUEST = member("guest", ValueType.bool());
    private static final StructType.Member REASON = member("reason", CAUSE);

    /** Makes the set. */
    public RunCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("query-status")
                        .describe("Tells whether the guest runs")
                        .writes(STATUS, RunCommands::status),
                Command.named("query-name")
                        .describe("Tells the name that the user gave to the guest")
                        .returns(NAME, call -> {
                            String name = call.monitor().guestName();
                            return name == null ? Map.of() : Map.of("name", name);
                        }),
                Command.named("query-uuid")
                        .describe("Tells the number that identifies the guest")
                        .returns(
                                UUID,
                                call -> Map.of(
                                        "UUID", call.monitor().guestUuid().toString())),
                change("stop", "Stops the guest").does(call -> control(call).pause()),
                change("cont", "Starts the guest, or lets it go on")
                        .does(call -> control(call).resume()),
                change("system_reset", "Resets the guest")
                        .does(call -> control(call).reset()),
                change("quit", "Ends the process").does(call -> {
                    call.monitor().requestShutdown("host-qmp-quit");
                    call.client().afterReply(call.monitor()::completeShutdown);
                }));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("RESET", struct("q_obj_RESET-arg", BY_GUEST, REASON)),
                new EventType("RESUME", struct("q_empty")),
                new EventType("SHUTDOWN", struct("q_obj_SHUTDOWN-arg", BY_GUEST, REASON)),
                new EventType("STOP", struct("q_empty")));
    }

    private static Command.Builder change(String name, String description) {
        return Command.named(name).describe(description).trait(CommandTrait.ALONE);
    }

    private static RunControl control(Call call) {
        return call.qom().service(RunControl.class);
    }

    private static void status(Call call, QmpJsonWriter out, @Nullable String field) {
        RunState state = control(call).state();
        out.beginStruct(field);
        out.writeString("status", state.word());
        out.writeBool("singlestep", false);
        out.writeBool("running", state == RunState.RUNNING);
        out.endStruct();
    }
}
