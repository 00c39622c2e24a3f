// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.exec.mtree.MtreePrinter;
import io.qom4j.exec.mtree.RecordedViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qom mtree}: builds the memory regions of a recorded machine and prints what its address spaces look like. */
@Command(
        name = "mtree",
        description = {
            "Build the memory regions that a file describes, and print them: the trees as the monitor's info mtree does, or what can "
                    + "be seen of them.",
            "The file is JSON with address_spaces and regions."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  qom mtree -f docs/examples/machines/banked.json"})
final class MtreeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The machine whose regions are printed as text.")
    private @Nullable Path machine;

    @Option(
            names = "--flat",
            paramLabel = "FILE",
            description = "Print the flat view of each address space of a machine as JSON.")
    private @Nullable Path flat;

    @Option(names = "-f", description = "Print flat views instead of trees.")
    private boolean showsViews;

    @Option(names = "-d", description = "With -f: also print how QEMU would look addresses up.")
    private boolean showsDispatch;

    @Option(names = "-D", description = "Without -f: also print disabled regions.")
    private boolean showsDisabled;

    @Override
    public Integer call() {
        if (flat != null) {
            Terminal.out().line(read(flat, RecordedViews::run));
        } else if (machine != null) {
            Terminal.out().text(read(machine, file -> RecordedViews.text(file, this::print)));
        } else {
            throw new ParameterException(spec.commandLine(), "Say which machine: for example, qom mtree --flat FILE");
        }
        return 0;
    }

    private String print(MtreePrinter printer) {
        MtreePrinter chosen = showsDisabled ? printer.withDisabled() : printer;
        chosen = showsDispatch ? chosen.withDispatch() : chosen;
        return showsViews ? chosen.flatViews() : chosen.tree();
    }

    private interface Reading {
        String read(Path file) throws IOException;
    }

    private static String read(Path file, Reading reading) {
        try {
            return reading.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
