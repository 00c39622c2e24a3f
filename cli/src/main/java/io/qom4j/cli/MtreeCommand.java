// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.exec.mtree.RecordedViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qom mtree}: builds the memory regions of a recorded machine and prints what its address spaces look like. */
@Command(
        name = "mtree",
        description =
                "Build the memory regions that a file describes, and print the flat view of each address space as JSON.",
        mixinStandardHelpOptions = true)
final class MtreeCommand implements Callable<Integer> {
    @Option(
            names = "--flat",
            paramLabel = "FILE",
            required = true,
            description = "A JSON file with address_spaces and regions.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try {
            Terminal.out().line(RecordedViews.run(file));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
