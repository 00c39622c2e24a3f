// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

import java.util.List;

/**
 * A writer of problems for people: headline, source line with a caret, lines that help.
 *
 * <pre>
 * vm.json:4:18: error QOM-0107: Parameter 'sise' is unexpected
 *     4 |     {"qom-type": "disk", "sise": "1G"}
 *       |                          ^^^^^^
 *       = did you mean 'size'?
 * </pre>
 *
 * <p>Immutable.
 */
public final class DiagnosticRenderer {
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";
    private static final int MARGIN = 5;

    private final boolean coloured;

    private DiagnosticRenderer(boolean coloured) {
        this.coloured = coloured;
    }

    /** Returns a renderer of plain text. */
    public static DiagnosticRenderer plain() {
        return new DiagnosticRenderer(false);
    }

    /** Returns a renderer that marks the parts by ANSI colours. */
    public static DiagnosticRenderer coloured() {
        return new DiagnosticRenderer(true);
    }

    /** Returns one problem as lines, each ending in a newline. */
    public String render(Diagnostic diagnostic) {
        var out = new StringBuilder();
        append(out, diagnostic);
        return out.toString();
    }

    /** Returns problems, an empty line between each, and a last line that counts them; empty if there are none. */
    public String render(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        var out = new StringBuilder();
        for (Diagnostic each : diagnostics) {
            append(out, each);
            out.append('\n');
        }
        return out.append(count(diagnostics)).append('\n').toString();
    }

    /** Returns how many there are in words: {@code 2 errors, 1 warning}. */
    public static String count(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        String first = errors + (errors == 1 ? " error" : " errors");
        String second = warnings + (warnings == 1 ? " warning" : " warnings");
        return warnings == 0 ? first : errors == 0 ? second : first + ", " + second;
    }

    private void append(StringBuilder out, Diagnostic diagnostic) {
        String place = diagnostic.position().toString();
        if (!place.isEmpty()) {
            out.append(paint(BOLD, place + ":")).append(' ');
        }
        String colour = diagnostic.isError() ? RED : YELLOW;
        out.append(paint(
                        colour,
                        diagnostic.severity().word() + " " + diagnostic.code().id() + ":"))
                .append(' ')
                .append(printable(diagnostic.message()))
                .append('\n');
        SourceExcerpt excerpt = diagnostic.excerpt();
        if (!excerpt.text().isEmpty()) {
            line(
                    out,
                    Integer.toString(diagnostic.position().line()),
                    '|',
                    printable(excerpt.text()).stripTrailing());
            line(out, "", '|', indent(excerpt) + paint(colour, "^".repeat(excerpt.length())));
        }
        for (String help : diagnostic.help()) {
            line(out, "", '=', printable(help));
        }
        for (RelatedPlace related : diagnostic.related()) {
            line(out, "", '>', related.position() + ": " + printable(related.message()));
        }
    }

    private void line(StringBuilder out, String number, char bar, String text) {
        out.append(paint(BLUE, " ".repeat(Math.max(0, MARGIN - number.length())) + number + " " + bar))
                .append(text.isEmpty() ? "" : " ")
                .append(text)
                .append('\n');
    }

    /** Returns the blanks before the caret; tabs stay tabs, so that it stands below its character at any width. */
    private static String indent(SourceExcerpt excerpt) {
        var blanks = new StringBuilder();
        excerpt.text().codePoints().limit(excerpt.start()).forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
        return blanks.toString();
    }

    /** Returns a text in which control characters, which a file may hold, cannot command the terminal. */
    private static String printable(String text) {
        boolean clean = text.chars().allMatch(c -> c == '\t' || !Character.isISOControl(c));
        if (clean) {
            return text;
        }
        var out = new StringBuilder();
        text.chars()
                .forEach(c ->
                        out.append(c == '\n' ? ' ' : c != '\t' && Character.isISOControl(c) ? '\ufffd' : (char) c));
        return out.toString();
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + PLAIN : text;
    }
}
