// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;

/**
 * The shell on a terminal: lines with editing, history and completion.
 *
 * <p>Control-C drops the line; while a line is answered, it interrupts that. Control-D ends the shell. Confined to one thread.
 */
public final class LineShell {
    static final String PROMPT = "(qom) ";

    private static final Sized USUAL_SIZE = Size.of(80, 24);

    private final ShellTarget target;
    private final LineCompletion completion;
    private final Terminal terminal;
    private final LineReader reader;

    private LineShell(ShellTarget target, Terminal terminal, @Nullable Path history) {
        this.target = target;
        this.terminal = terminal;
        completion = new LineCompletion(target);
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("qom")
                // Words as the monitor reads them: double quotes alone, no escapes around them.
                .parser(new DefaultParser()
                        .quoteChars(new char[] {'"'})
                        .escapeChars(new char[0])
                        .eofOnUnclosedQuote(false))
                .completer((line, word, candidates) -> complete(word, candidates))
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_TIMESTAMPED, false);
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        reader = builder.build();
    }

    /**
     * Reads lines from the process's terminal and answers them, until there are no more or one ends the target.
     *
     * @param greeting what is said first
     * @param history where lines are kept for the next time, or null
     * @param interrupt interrupts the answering of a line
     * @throws IOException if the terminal cannot be used
     * @throws io.qom4j.core.error.QomException if the target does not answer any more
     */
    public static void run(ShellTarget target, String greeting, @Nullable Path history, Runnable interrupt)
            throws IOException {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                .graphemeCluster(false)
                .build()) {
            if (terminal.getColumns() == 0) {
                // A serial line, for example, does not tell how wide it is.
                terminal.setSize(USUAL_SIZE);
            }
            terminal.handle(Signal.INT, signal -> interrupt.run());
            terminal.writer().println(greeting);
            new LineShell(target, terminal, history).run();
        }
    }

    /**
     * Does the same for a terminal at the other end of two streams, without a history.
     *
     * @param in what is typed there
     * @param out what is shown there
     * @throws IOException if there can be no such terminal
     * @throws io.qom4j.core.error.QomException if the target does not answer any more
     */
    public static void run(ShellTarget target, InputStream in, OutputStream out) throws IOException {
        try (Terminal terminal = new DumbTerminal("keys", "xterm", in, out, StandardCharsets.UTF_8)) {
            terminal.setSize(USUAL_SIZE);
            new LineShell(target, terminal, null).run();
        }
    }

    private void run() {
        while (true) {
            try {
                // Completion leaves a blank behind a word, which would count as part of a value.
                String line = reader.readLine(PROMPT).strip();
                if (!line.isEmpty() && isLast(line)) {
                    return;
                }
            } catch (UserInterruptException dropped) {
                // The line is gone, and the next one begins.
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    private boolean isLast(String line) {
        Answer answer = target.answer(line);
        terminal.writer().print(answer.text());
        terminal.writer().flush();
        return answer.isLast();
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        for (Proposal each : completion.complete(line.line().substring(0, line.cursor()))) {
            String description = each.description().isEmpty() ? null : each.description();
            candidates.add(new Candidate(each.word(), each.shown(), null, description, null, null, each.isWhole()));
        }
    }
}
