// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.remote.QmpClient;
import io.qom4j.cli.shell.HistoryFile;
import io.qom4j.cli.shell.LineShell;
import io.qom4j.cli.shell.PlainShell;
import io.qom4j.cli.shell.ShellTarget;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.Monitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qom shell}: the human monitor of files or of a running server. */
@Command(
        name = "shell",
        description = "Ask and change objects by the commands of QEMU's human monitor.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "On a terminal Tab completes commands, paths, properties, types and values;",
            "lines are kept in $XDG_STATE_HOME/qom/history; Control-D ends the shell.",
            "Otherwise each line of standard input is answered, and the exit status is 1",
            "if one was refused.",
            "",
            "quit ends what is spoken to: a running server too.",
            "",
            "Examples:  qom shell vm.json",
            "           qom shell unix:/tmp/vm.sock",
            "           echo 'qom-get m0 size' | qom shell vm.json"
        })
final class ShellCommand implements Callable<Integer> {
    /** Whoever types a line may wait for its answer, and can interrupt it. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = "JSON files whose objects are made first, or a running QMP server: unix:PATH or"
                    + " tcp:HOST:PORT.")
    private final List<String> sources = new ArrayList<>();

    @Mixin
    private Documents documents = new Documents();

    @Mixin
    private Release release = new Release();

    @Mixin
    private Progress progress = new Progress();

    @Override
    public Integer call() throws Exception {
        if (sources.contains("-")) {
            throw mistake("Standard input is for commands: give a FILE");
        }
        if (sources.stream().map(Source::new).noneMatch(Source::isServer)) {
            return here();
        }
        if (sources.size() > 1 || !documents.isEmpty()) {
            throw mistake("A running server is asked alone");
        }
        QmpClient client = QmpClient.connect(sources.getFirst(), PATIENCE);
        try (ShellTarget server = ShellTarget.remote(client)) {
            return converse(server, client::close);
        }
    }

    private ParameterException mistake(String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    private int here() throws Exception {
        Terminal err = Terminal.err();
        try (Interruption interruption = Interruption.arm(progress.bar(err));
                Qom qom = Runtimes.create(err, release.backendOptions().withPreallocation(interruption))) {
            documents.load(qom, sources, err);
            return converse(ShellTarget.local(Monitor.of(qom)), interruption::cancel);
        } catch (QomException refused) {
            // Printed here, because an interruption that waits lets the JVM end as soon as it is closed.
            return FailurePrinter.print(refused);
        }
    }

    private static int converse(ShellTarget target, Runnable interrupt) throws IOException {
        if (!TerminalDevice.isTerminal(0) || !TerminalDevice.isTerminal(1)) {
            return new PlainShell(target, System.in, System.out, System.err).run();
        }
        LineShell.run(
                target, "qom shell: help lists the commands, Tab completes, Control-D ends", history(), interrupt);
        return 0;
    }

    private static @Nullable Path history() {
        Path file = HistoryFile.of(System::getenv, Path.of(System.getProperty("user.home")));
        try {
            HistoryFile.make(file);
            return file;
        } catch (IOException e) {
            Terminal.err().line("qom: lines are not kept: " + file + " cannot be made: " + e.getMessage());
            return null;
        }
    }
}
