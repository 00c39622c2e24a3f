// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.config.diagnostic.DiagnosticRenderer;
import java.io.PrintStream;

/**
 * Where a command prints: a stream, with colours if people look at it on a terminal that has them.
 *
 * <p>{@code NO_COLOR} in the environment turns colours off. Thread-safe as far as the stream is.
 *
 * @param stream the stream
 * @param hasColours whether colours are shown
 */
record Terminal(PrintStream stream, boolean hasColours) {
    /** Returns standard output. */
    static Terminal out() {
        return new Terminal(System.out, isOnTerminal(1));
    }

    /** Returns standard error. */
    static Terminal err() {
        return new Terminal(System.err, isOnTerminal(2));
    }

    private static boolean isOnTerminal(int descriptor) {
        String term = System.getenv("TERM");
        return System.getenv("NO_COLOR") == null
                && term != null
                && !term.equals("dumb")
                && TerminalDevice.isTerminal(descriptor);
    }

    /** Returns what renders diagnostics for this stream. */
    DiagnosticRenderer renderer() {
        return hasColours ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
    }

    void line(String text) {
        stream.println(text);
    }

    /** Prints lines that have their line ends. */
    void text(String lines) {
        stream.print(lines);
    }

    /** Prints a heading: bold on a terminal. */
    void heading(String text) {
        line(styled("1", text));
    }

    /** Returns text that steps back behind what is around it. */
    String faint(String text) {
        return styled("2", text);
    }

    /** Returns text that says that something is wrong. */
    String alarming(String text) {
        return styled("1;31", text);
    }

    private String styled(String code, String text) {
        return hasColours ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
