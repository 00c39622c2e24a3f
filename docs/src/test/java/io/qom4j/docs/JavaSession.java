// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The {@code java} blocks of one page, run in this JVM one after another; what one declares, the next may use. */
final class JavaSession implements AutoCloseable {

    private final JShell shell = JShell.builder().executionEngine("local").build();

    JavaSession() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            shell.addToClasspath(entry);
        }
    }

    /**
     * Runs a block and returns what it printed. An exception that leaves the block ends it, and is printed as
     * {@code ClassName: message}.
     */
    String run(Block block) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            runStatements(block, out);
        } finally {
            System.setOut(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void runStatements(Block block, PrintStream out) {
        String rest = block.text();
        while (!rest.isBlank()) {
            CompletionInfo statement = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!statement.completeness().isComplete()) {
                throw new AssertionError(block.place() + ": not complete: " + rest);
            }
            for (SnippetEvent event : shell.eval(statement.source())) {
                if (event.causeSnippet() != null) {
                    continue;
                }
                if (event.status() == Snippet.Status.REJECTED) {
                    throw new AssertionError(block.place() + ": does not compile: " + statement.source()
                            + shell.diagnostics(event.snippet())
                                    .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                                    .toList());
                }
                if (event.exception() instanceof EvalException thrown) {
                    String name = thrown.getExceptionClassName();
                    out.println(name.substring(name.lastIndexOf('.') + 1) + ": " + thrown.getMessage());
                    return;
                }
            }
            rest = statement.remaining();
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
