// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.error.QomException;
import io.qom4j.monitor.HumanMonitor;
import io.qom4j.monitor.Monitor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The human monitor with its standard commands.
 *
 * <p>Thread-safe: it has no state. QEMU: monitor/hmp.c, handle_hmp_command.
 */
public final class HmpMonitor implements HumanMonitor {
    private final HmpTable commands = new HmpTable(
            Stream.of(ObjectCommands.all(), RunCommands.all(), List.of(HelpCommand.HELP, InfoCommands.INFO))
                    .flatMap(List::stream)
                    .toList());

    /** Makes a human monitor. */
    public HmpMonitor() {}

    /** Returns the commands. */
    public HmpTable commands() {
        return commands;
    }

    @Override
    public String run(Monitor monitor, String commandLine) {
        StringBuilder out = new StringBuilder();
        HmpLine line = new HmpLine(commandLine);
        line.skipBlanks();
        if (!line.isAtEnd()) {
            run(monitor, line, out);
        }
        return out.toString().replace("\n", "\r\n");
    }

    private void run(Monitor monitor, HmpLine line, StringBuilder out) {
        HmpCommand command = find(line);
        String typed = line.upToHere();
        if (command == null) {
            out.append("unknown command: '").append(typed).append("'\n");
            return;
        }
        HmpCall call;
        try {
            call = new HmpCall(monitor, commands, HmpArguments.read(line, command.parameters()), out);
        } catch (HmpSyntaxException wrong) {
            out.append(upToNul(command.names() + ": " + wrong.getMessage() + "\n"));
            out.append("Try \"help ").append(typed).append("\" for more information\n");
            return;
        }
        try {
            command.run(call);
        } catch (QomException refusal) {
            call.refuse(refusal);
        }
    }

    /** Returns a text as far as C prints it; a dash at the end of a line makes one with NUL. */
    private static String upToNul(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Reads the name of a command, and that of its sub-command; null if there is none of the last name read. */
    private @Nullable HmpCommand find(HmpLine line) {
        HmpCommand command = commands.find(line.commandName());
        while (command != null && command.subCommands() != null && !line.isBlankFromHere()) {
            command = command.subCommands().find(line.commandName());
        }
        return command;
    }
}
