// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.StartException;
import io.qom4j.core.config.ConfigException;
import io.qom4j.core.error.QomException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what stopped a command on standard error; anything that nobody foresaw goes on with its stack trace. */
final class FailurePrinter implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        print(failure);
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Prints a failure, and returns the exit status for it. */
    static int print(Exception failure) throws Exception {
        Terminal err = Terminal.err();
        switch (failure) {
            case ConfigException wrong -> err.text(err.renderer().render(wrong.diagnostics()));
            case StartException reason -> reason.lines().forEach(err::line);
            case QomException refusal -> {
                err.line("qom: " + err.alarming(String.valueOf(refusal.getMessage())));
                refusal.hints().forEach(hint -> err.line("     " + hint));
            }
            case UncheckedIOException io -> err.line("qom: " + io.getMessage());
            default -> throw failure;
        }
        return 1;
    }
}
