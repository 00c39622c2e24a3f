// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import java.util.ArrayList;
import java.util.List;

/** The command {@code help}. Stateless. QEMU: monitor/hmp.c, help_cmd. */
final class HelpCommand {
    static final HmpCommand HELP = HmpCommand.named("help|?")
            .takes(HmpParameter.optionalRest("name"))
            .usage("[cmd]")
            .help("show the help")
            .does(HelpCommand::help);

    private HelpCommand() {}

    private static void help(HmpCall call) {
        String names = call.arguments().find("name");
        if (names == null) {
            call.commands().commands().forEach(each -> describe(call, "", each));
            return;
        }
        HmpLine line = new HmpLine(names);
        List<String> path = new ArrayList<>();
        for (String word = line.word(); word != null; word = line.word()) {
            path.add(word);
        }
        help(call, path);
    }

    private static void help(HmpCall call, List<String> path) {
        HmpTable table = call.commands();
        for (int i = 0; i < path.size(); i++) {
            HmpCommand command = table.find(path.get(i));
            if (command == null) {
                call.line("unknown command: '" + String.join(" ", path.subList(0, i + 1)) + "'");
                return;
            }
            String before = i == 0 ? "" : String.join(" ", path.subList(0, i)) + " ";
            HmpTable subCommands = command.subCommands();
            if (subCommands == null) {
                describe(call, before, command);
                return;
            }
            if (i == path.size() - 1) {
                all(call, before + command.names() + " ", subCommands);
                return;
            }
            table = subCommands;
        }
    }

    /** Describes each command of a table that hangs below another. */
    static void all(HmpCall call, String before, HmpTable table) {
        table.commands().forEach(each -> describe(call, before, each));
    }

    private static void describe(HmpCall call, String before, HmpCommand command) {
        call.line(before + command.names() + " " + command.usage() + " -- " + command.help());
    }
}
