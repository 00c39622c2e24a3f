// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.convert.OptionExport;
import io.qom4j.core.config.convert.OptionImport;
import io.qom4j.core.json.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qom convert}: turns QEMU's option strings into JSON, and JSON into option strings. */
@Command(
        name = "convert",
        description = {
            "Turn QEMU's -object options into a JSON document, or documents into -object options.",
            "",
            "Of a whole command line, written behind --, the -object options are taken; what else it says goes to "
                    + "standard error."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  qom convert -object memory-backend-ram,id=m0,size=1G",
            "  qom convert -- qemu-system-x86_64 -m 4G -object memory-backend-ram,id=m0,size=4G",
            "  qom convert vm.json"
        })
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|WORD",
            description = "JSON files to turn into options; or, behind --, a command line.")
    private final List<String> words = new ArrayList<>();

    @Option(
            names = {"-object", "--object"},
            paramLabel = "SPEC",
            description = "An object to turn into JSON: TYPE,id=ID,PROPERTY=VALUE,...")
    private final List<String> objects = new ArrayList<>();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private Release release = new Release();

    @Override
    public Integer call() {
        boolean isCommandLine =
                spec.commandLine().getParseResult().originalArgs().contains("--");
        if (isCommandLine || !objects.isEmpty()) {
            if (!isCommandLine && !words.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Give either FILEs or -object options, not both");
            }
            return toJson();
        }
        if (words.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to convert: a FILE, -object options, or a command line");
        }
        return toOptions();
    }

    private int toJson() {
        List<String> line = new ArrayList<>();
        objects.forEach(each -> line.addAll(List.of("-object", each)));
        line.addAll(words.isEmpty() || words.getFirst().startsWith("-") ? words : words.subList(1, words.size()));
        Terminal err = Terminal.err();
        try (Qom qom = Runtimes.create(err, release.backendOptions())) {
            OptionImport read = OptionImport.of(line, qom.types(), qom::warn);
            read.passedOver().forEach(each -> err.line("qom: left out: " + each));
            if (format.isJson()) {
                Terminal.out().json(read.document().toJson());
            } else {
                Terminal.out().text(read.document().toString());
            }
        }
        return 0;
    }

    private int toOptions() {
        Terminal out = Terminal.out();
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            ConfigLoader loader = ConfigLoader.of(qom);
            words.forEach(file -> loader.file(Path.of(file)));
            ConfigDocument document = loader.effective();
            List<String> options = OptionExport.of(document, qom.types());
            if (format.isJson()) {
                out.json(JsonDocument.of(options));
                return 0;
            }
            for (int i = 0; i < options.size(); i += 2) {
                boolean isLast = i + 2 == options.size();
                out.line(options.get(i) + " " + ShellWord.of(options.get(i + 1)) + (isLast ? "" : " \\"));
            }
        }
        return 0;
    }
}
