// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.config.diagnostic.DiagnosticRenderer;
import io.qom4j.core.json.JsonDocument;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a command prints: a stream, with colours if people look at it on a terminal that has them.
 *
 * <p>{@code NO_COLOR} in the environment turns colours off. Thread-safe as far as the stream is.
 *
 * @param stream the stream
 * @param hasColours whether colours are shown
 * @param width how many characters a line has room for, where text is broken into lines
 */
record Terminal(PrintStream stream, boolean hasColours, int width) {
    private static final int USUAL_WIDTH = 100;

    /** Returns standard output. */
    static Terminal out() {
        return new Terminal(System.out, isOnTerminal(1), columns());
    }

    /** Returns standard error. */
    static Terminal err() {
        return new Terminal(System.err, isOnTerminal(2), columns());
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
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

    /** Prints text that ends its own lines. */
    void text(String text) {
        stream.print(text);
    }

    /** Lets everything be seen that was printed, for those who go on running. */
    void flush() {
        stream.flush();
    }

    /** Prints what programs read: a JSON document on one line. */
    void json(JsonDocument document) {
        line(document.toString());
    }

    /** Returns a text as lines that fit beside an indent; no word is cut. */
    List<String> wrap(String text, int indent) {
        int room = Math.max(40, width - indent);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Prints a heading: bold on a terminal. */
    void heading(String text) {
        line(strong(text));
    }

    /** Returns text that is to be seen first. */
    String strong(String text) {
        return styled("1", text);
    }

    /** Returns text that tells of something that was added. */
    String good(String text) {
        return styled("32", text);
    }

    /** Returns text that tells of something that was taken away. */
    String bad(String text) {
        return styled("31", text);
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
