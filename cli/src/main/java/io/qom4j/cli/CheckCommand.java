// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qom check}: shows everything that is wrong with some files, and makes nothing. */
@Command(
        name = "check",
        description = "Show everything that is wrong with FILEs and -object options, without making anything.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is wrong", "2:the command line is wrong"},
        footer = {"", "Each problem has a code, which docs/diagnostics.md explains with an example."})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = Documents.FILE_HELP)
    private final List<String> files = new ArrayList<>();

    @Mixin
    private Documents documents = new Documents();

    @Mixin
    private Release release = new Release();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        if (files.isEmpty() && documents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to check: a FILE, or an -object");
        }
        Terminal out = Terminal.out();
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            List<Diagnostic> problems = documents.into(qom, files).check();
            if (format.isJson()) {
                out.json(DiagnosticJson.of(problems));
            } else if (problems.isEmpty()) {
                out.line("Nothing is wrong.");
            } else {
                out.text(out.renderer().render(problems));
            }
            return problems.stream().anyMatch(Diagnostic::isError) ? 1 : 0;
        }
    }
}
