// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.QmpAddresses;
import io.qom4j.cli.system.ServedRuntime;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qom run}: makes the objects of some files, and shows what there is then, or serves it. */
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
            "object, no file, not a byte of one. The same holds if Control-C comes while memory",
            "is preallocated.",
            "",
            "Examples:  qom run vm.json -object memory-backend-ram,id=m1,size=1G",
            "           qom run vm.json --qmp unix:/tmp/vm.sock"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = Documents.FILE_HELP)
    private final List<String> files = new ArrayList<>();

    @Mixin
    private Documents documents = new Documents();

    @Mixin
    private Release release = new Release();

    @Mixin
    private QmpOption qmp = new QmpOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private Progress progress = new Progress();

    @Override
    public Integer call() throws Exception {
        if (files.isEmpty() && documents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to run: a FILE, or an -object");
        }
        Terminal err = Terminal.err();
        try (Interruption interruption = Interruption.arm(progress.bar(err))) {
            return run(err, interruption);
        }
    }

    private int run(Terminal err, Interruption interruption) throws Exception {
        try {
            QmpAddresses addresses = qmp.addresses();
            try (ServedRuntime runtime = new ServedRuntime(
                    Runtimes.create(err, release.backendOptions().withPreallocation(interruption)))) {
                documents.load(runtime.qom(), files, err);
                Terminal out = addresses.takeStandardStreams() ? err : Terminal.out();
                if (!format.isJson()) {
                    show(out, runtime.qom());
                }
                if (!addresses.isEmpty()) {
                    // Everything is made; from here on a signal ends what is served.
                    interruption.close();
                    if (!runtime.serve(addresses, qmp.limits(), System.err::println, System.in, System.out)) {
                        return 1;
                    }
                }
                tellPlaces(out, runtime);
                out.flush();
                return addresses.isEmpty() ? 0 : runtime.untilTheEnd();
            }
        } catch (QomException refused) {
            // Printed here, because an interruption that waits lets the JVM end as soon as it is closed.
            return FailurePrinter.print(refused);
        }
    }

    private void tellPlaces(Terminal out, ServedRuntime runtime) {
        if (format.isJson()) {
            out.json(RunReport.of(Monitor.of(runtime.qom()), runtime.places()));
        } else if (!runtime.places().isEmpty()) {
            out.line("");
            out.heading("QMP");
            runtime.places().forEach(place -> out.line("  " + place));
        }
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
