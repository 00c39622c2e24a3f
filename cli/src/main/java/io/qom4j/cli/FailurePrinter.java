// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.error.QomException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what stopped a command: one message on standard error, with its hints below. */
final class FailurePrinter implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (!(failure instanceof QomException refusal)) {
            throw failure;
        }
        print(Terminal.err(), refusal);
        return 1;
    }

    static void print(Terminal terminal, QomException refusal) {
        terminal.line("qom: " + terminal.alarming(String.valueOf(refusal.getMessage())));
        refusal.hints().forEach(hint -> terminal.line("     " + hint));
    }
}
