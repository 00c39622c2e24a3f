// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

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
        subcommands = {RunCommand.class, CheckCommand.class, TypesCommand.class, MtreeCommand.class, ParseCommand.class
        })
final class QomCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command: for example, qom run FILE");
    }

    /** Returns the command line parser, set up as the whole command wants it. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new QomCommand());
        line.setExecutionExceptionHandler(new FailurePrinter());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }
}
