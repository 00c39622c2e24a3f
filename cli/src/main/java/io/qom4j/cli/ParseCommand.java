// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qom parse}: reads the texts of a table, and prints what came of each. */
@Command(
        name = "parse",
        description = "Read the texts of a table as JSON, sizes, integers, booleans or objects, and print what came of"
                + " each as a JSON list.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "FILE holds {\"table\": KIND, \"rows\": [{\"text\": TEXT}, ...]}, where KIND is json, size,",
            "uint, bool or keyval. For each row {\"ok\": BOOL, \"value\": VALUE} is printed, without",
            "a value where the text is refused."
        })
final class ParseCommand implements Callable<Integer> {
    @Option(names = "--table", paramLabel = "FILE", required = true, description = "The table, a JSON file.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try {
            Terminal.out().line(ValueTable.read(file).results());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
