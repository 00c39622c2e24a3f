// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.INT;
import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.command.Parameter;
import io.qom4j.monitor.qmp.QmpSession;
import java.util.List;
import java.util.Map;

/**
 * The commands about the server itself: negotiation, version, commands, people's commands.
 *
 * <p>Thread-safe: it has no state. QEMU: qapi/control.json.
 */
public final class ServerCommands implements CommandSet {
    private static final Parameter<List<String>> ENABLE = Parameter.words(
                    "enable", new EnumType("QMPCapability", List.of(QmpSession.OOB)))
            .optional()
            .describe("The capabilities to turn on");
    private static final Parameter<String> COMMAND_LINE =
            Parameter.string("command-line").describe("What a person would type");
    private static final Parameter<Long> CPU_INDEX = Parameter.integer("cpu-index")
            .optional()
            .describe("The processor that the command is about; there is none, so none is legal");

    private static final StructType VERSION = struct(
            "VersionInfo",
            member("qemu", struct("VersionTriple", member("major", INT), member("minor", INT), member("micro", INT))),
            member("package", ValueType.string()));
    private static final StructType COMMAND = struct("CommandInfo", member("name", ValueType.string()));
    private static final StructType YANK_INSTANCE = struct("YankInstance", member("type", ValueType.string()));

    /** Makes the set. */
    public ServerCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("qmp_capabilities")
                        .describe("Ends the negotiation, after which other commands can be called")
                        .parameters(ENABLE)
                        .trait(CommandTrait.NEGOTIATION)
                        .trait(CommandTrait.ALONE)
                        .does(call -> call.client().negotiate(call.get(ENABLE, List.of()))),
                Command.named("query-version")
                        .describe("Tells the version of QEMU whose answers these are")
                        .returns(VERSION, call -> call.monitor().version().toMap()),
                Command.named("query-commands")
                        .describe("Lists the commands")
                        .returns(
                                ValueType.listOf(COMMAND),
                                call -> call.monitor().commands().all().stream()
                                        .map(command -> Map.of("name", command.name()))
                                        .toList()),
                Command.named("query-qmp-schema")
                        .describe("Describes commands, events and types to programs")
                        .writes(
                                ValueType.listOf(struct("SchemaInfo", member("name", ValueType.string()))),
                                (call, out, field) ->
                                        new QmpSchema(call.qom(), call.monitor().commands(), out).write(field)),
                Command.named("query-yank")
                        .describe("Lists what could be cut off when it hangs; nothing here can")
                        .trait(CommandTrait.OUT_OF_BAND)
                        .returns(ValueType.listOf(YANK_INSTANCE), call -> List.of()),
                Command.named("human-monitor-command")
                        .describe("Runs a command of the human monitor, and tells what it prints")
                        .parameters(COMMAND_LINE, CPU_INDEX)
                        .trait(CommandTrait.SLOW)
                        .trait(CommandTrait.ALONE)
                        .returns(ValueType.string(), ServerCommands::runForPeople));
    }

    private static String runForPeople(Call call) {
        if (call.find(CPU_INDEX) != null) {
            throw new ValueException("Parameter 'cpu-index' expects a CPU number");
        }
        return call.monitor().humanMonitor().run(call.monitor(), call.get(COMMAND_LINE));
    }
}
