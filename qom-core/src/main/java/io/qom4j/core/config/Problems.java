// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.Suggestions;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.diagnostic.Severity;
import io.qom4j.core.json.SourcePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found wrong so far.
 *
 * <p>The number of problems that are kept is bounded, so that a hostile document costs bounded time. Confined to one thread.
 */
final class Problems {
    private static final int MOST = 1_000;
    private static final int MOST_SUGGESTIONS = 200;

    private record Placed(int source, Diagnostic diagnostic) {}

    private final List<Placed> found = new ArrayList<>();
    private boolean hasErrors;
    private int untold;
    private int suggestions;

    /** Adds a problem at the value of a node. */
    void at(Source source, int node, Diagnostic.Builder problem) {
        if (hasRoom(problem)) {
            add(source.number(), source.at(node, problem));
        }
    }

    /** Adds a problem at the name of a member. */
    void atName(Source source, int node, Diagnostic.Builder problem) {
        if (hasRoom(problem)) {
            add(source.number(), source.atName(node, problem));
        }
    }

    /** Adds a problem of the source with this number. */
    void add(int source, Diagnostic diagnostic) {
        hasErrors |= diagnostic.isError();
        found.add(new Placed(source, diagnostic));
    }

    private boolean hasRoom(Diagnostic.Builder problem) {
        if (!isFull()) {
            return true;
        }
        if (problem.severity() == Severity.ERROR) {
            hasErrors = true;
            untold++;
        }
        return false;
    }

    /** Tells whether further problems are only counted. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    boolean hasErrors() {
        return hasErrors;
    }

    /** Returns the names nearest to one; none any more after many questions, since each looks at every legal name. */
    List<String> nearest(String name, Collection<String> legal) {
        return name.length() > 100 || suggestions++ >= MOST_SUGGESTIONS ? List.of() : Suggestions.nearest(name, legal);
    }

    /** Returns the problems in the order of the texts; a last one says how many more there are, if not all are told. */
    List<Diagnostic> sorted() {
        Stream<Diagnostic> told = found.stream()
                .sorted(Comparator.comparingInt(Placed::source)
                        .thenComparingInt(each -> position(each).line())
                        .thenComparingInt(each -> position(each).column()))
                .map(Placed::diagnostic);
        Diagnostic more = Diagnostic.of(
                        DiagnosticCode.TOO_MANY_PROBLEMS,
                        "at least " + untold + (untold == 1 ? " more error is" : " more errors are") + " not shown")
                .hint("repair these first, and check again")
                .build();
        return (untold == 0 ? told : Stream.concat(told, Stream.of(more))).toList();
    }

    private static SourcePosition position(Placed placed) {
        return placed.diagnostic().position();
    }
}
