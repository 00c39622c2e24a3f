// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import static io.qom4j.monitor.commands.Structs.member;
import static io.qom4j.monitor.commands.Structs.optional;
import static io.qom4j.monitor.commands.Structs.struct;

import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.command.JsonArgument;
import io.qom4j.monitor.command.Parameter;
import java.util.List;

/**
 * The command that runs several commands, all or none. QEMU has one for block devices alone.
 *
 * <p>Thread-safe: it has no state.
 */
public final class TransactionCommands implements CommandSet {
    private static final StructType STEP =
            struct("TransactionStep", member("execute", ValueType.string()), optional("arguments", ValueType.any()));
    private static final Parameter<JsonArgument> COMMANDS = Parameter.json("commands", ValueType.listOf(STEP))
            .describe("The commands, run in this order while no other client changes anything");

    /** Makes the set. */
    public TransactionCommands() {}

    @Override
    public List<Command> commands() {
        return List.of(Command.named("x-transaction")
                .describe("Runs commands, all or none, and tells their results")
                .parameters(COMMANDS)
                .changes()
                .trait(CommandTrait.SLOW)
                .trait(CommandTrait.ALONE)
                .writes(
                        ValueType.listOf(ValueType.any()),
                        (call, out, field) -> new Transaction(call, call.get(COMMANDS)).run(out, field)));
    }
}
