// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.diagnostic.Diagnostic;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qom run}: makes the objects of some files, and shows what there is then. */
@Command(
        name = "run",
        description = "Make the objects that FILEs and -object options describe, and show what there is then.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A FILE holds {\"objects\": [...]}, an array, or one object. Sizes are numbers, or",
            "strings with a suffix such as \"16M\". Comments and trailing commas are allowed.",
            "",
            "If anything is wrong, everything that is wrong is shown, and nothing is made: no",
            "object, no file, not a byte of one.",
            "",
            "Example:  qom run vm.json -object memory-backend-ram,id=m1,size=1G"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Documents documents = new Documents();

    @Override
    public Integer call() {
        if (documents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to run: a FILE, or an -object");
        }
        Terminal out = Terminal.out();
        Terminal err = Terminal.err();
        try (Qom qom = Runtimes.create(err)) {
            ConfigLoader.Loaded loaded = documents.into(qom).load();
            for (Diagnostic warning : loaded.warnings()) {
                err.line(err.renderer().render(warning));
            }
            show(out, qom);
        }
        return 0;
    }

    private static void show(Terminal out, Qom qom) {
        out.heading("Objects");
        new TreePrinter(out).printChildren(qom.root(), "  ");
        out.line("");
        out.heading("RAM blocks");
        MemoryPrinter memory = new MemoryPrinter(out, qom);
        memory.printBlocks();
        out.line("");
        out.heading("Persistence");
        memory.printPersistence();
    }
}
