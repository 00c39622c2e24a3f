// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.commands;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.command.JsonArgument;
import io.qom4j.monitor.command.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands under way, all or none.
 *
 * <p>Before a command runs, it remembers what it takes to undo it. If one fails, what those before it did is taken back, the last first, and
 * the failure names the one that failed. Others who only read may see what is between. Used once, under the runtime's writer lock.
 */
final class Transaction {
    private static final JsonDocument NO_ARGUMENTS = JsonDocument.of(Map.of());

    private final Call call;
    private final JsonArgument commands;
    private final List<Undo.Step> remembered = new ArrayList<>();

    Transaction(Call call, JsonArgument commands) {
        this.call = call;
        this.commands = commands;
    }

    void run(QmpJsonWriter out, @Nullable String field) {
        JsonDocument document = commands.document();
        int list = commands.node();
        int number = 0;
        try {
            out.beginList(field);
            for (int node = document.firstChild(list); node < document.end(list); node = document.end(node)) {
                number++;
                step(number, node, out);
            }
            out.endList();
        } catch (RuntimeException | Error e) {
            takeBack(e);
            throw e;
        } finally {
            remembered.forEach(Undo.Step::forget);
        }
    }

    private void step(int number, int node, QmpJsonWriter out) {
        JsonDocument document = commands.document();
        String name = document.string(document.member(node, "execute"));
        try {
            Command command = find(name);
            int arguments = document.member(node, "arguments");
            Call inner = arguments < 0
                    ? new Call(call.monitor(), call.client(), NO_ARGUMENTS, JsonDocument.ROOT)
                    : new Call(call.monitor(), call.client(), document, arguments);
            run(command, inner, out);
        } catch (QomException e) {
            throw new QomException(
                    e.errorClass(),
                    "Command " + number + " of " + document.childCount(commands.node()) + ", " + name + ": "
                            + e.getMessage(),
                    e.hints(),
                    e);
        }
    }

    private Command find(String name) {
        Command command = call.monitor().commands().find(name);
        if (command == null) {
            throw new QomException(
                    ErrorClass.COMMAND_NOT_FOUND, "The command " + name + " has not been found", List.of(), null);
        }
        if (command.has(CommandTrait.ALONE) || (command.has(CommandTrait.CHANGES) && command.undo() == null)) {
            throw new QomException("The command " + name + " cannot be part of a transaction: it cannot be taken back");
        }
        return command;
    }

    private void run(Command command, Call inner, QmpJsonWriter out) {
        Undo undo = command.undo();
        if (undo == null) {
            command.run(inner, out, null);
            return;
        }
        command.check(inner);
        Undo.Step step = undo.before(inner);
        boolean isDone = false;
        try {
            command.run(inner, out, null);
            isDone = true;
        } finally {
            if (!isDone) {
                step.forget();
            }
        }
        remembered.add(step);
    }

    private void takeBack(Throwable reason) {
        for (Undo.Step each : remembered.reversed()) {
            try {
                each.takeBack();
            } catch (RuntimeException | Error e) {
                reason.addSuppressed(e);
            }
        }
    }
}
