// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code qom} command itself, which only has sub-commands. */
@Command(
        name = "qom",
        description = "QEMU's object model, memory backends and guest memory, in Java.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "qom COMMAND --help tells more. Begin with:  qom check docs/examples/vnvdimm.json"})
final class QomCommand implements Runnable {
    /** The sub-commands, in the order in which help lists them. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("tree", TreeCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("convert", ConvertCommand::new);
        commands.put("types", TypesCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("shell", ShellCommand::new);
        commands.put(SystemMain.NAME, SystemCommand::new);
        commands.put("mtree", MtreeCommand::new);
        commands.put("parse", ParseCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command: for example, qom run FILE");
    }

    /**
     * Runs what some words say; returns the exit status.
     *
     * <p>If the first word names a sub-command, only that one is set up: start-up counts.
     */
    static int execute(String... words) {
        Supplier<Object> only = words.length == 0 ? null : COMMANDS.get(words[0]);
        if (only == null) {
            return whole().execute(words);
        }
        CommandLine line = ready(new CommandLine(only.get()));
        line.setCommandName("qom " + words[0]);
        return line.execute(Arrays.copyOfRange(words, 1, words.length));
    }

    /** Returns the command line parser with every sub-command. */
    static CommandLine whole() {
        CommandLine line = new CommandLine(new QomCommand());
        COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return ready(line);
    }

    private static CommandLine ready(CommandLine line) {
        line.setExecutionExceptionHandler(new FailurePrinter());
        line.setParameterExceptionHandler(new MistakePrinter());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }
}
