// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line: of an unknown command the nearest ones, of anything else how it is used. */
final class MistakePrinter implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] words) {
        CommandLine line = mistake.getCommandLine();
        PrintWriter err = line.getErr();
        if (line.getParent() == null
                && !line.getSubcommands().isEmpty()
                && mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()) {
            err.println("qom: there is no command '" + unmatched.getUnmatched().getFirst() + "'" + nearest(unmatched));
            err.println("qom --help lists the commands.");
        } else {
            err.println("qom: " + mistake.getMessage());
            if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
                line.usage(err, line.getColorScheme());
            }
        }
        err.flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String nearest(UnmatchedArgumentException unmatched) {
        List<String> names = unmatched.getSuggestions();
        return names.isEmpty() ? "" : "; did you mean '" + String.join("' or '", names) + "'?";
    }
}
