// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.error.PathException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query, part by part. Confined to one thread.
 *
 * <pre>
 * query    = ["/"] [ part { "/" part } ]           without the first "/": from anywhere
 * part     = "**" | name { filter } | filter { filter }
 * name     = characters but "/" and a "[" that begins a filter; "*" and "?" are patterns
 * filter   = "[" property [ operator value ] "]"
 * operator = "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "~"
 * value    = "'" characters "'" | '"' characters '"' | characters up to "]"
 * </pre>
 *
 * <p>{@code [7]} and {@code [*]} at the end of a name belong to the name.
 */
final class QueryParser {
    private static final String ANY_DEPTH = "**";
    private static final String OPERATOR_SIGNS = "=!<>~";

    private final String query;
    private int at;

    QueryParser(String query) {
        this.query = query;
    }

    /**
     * Returns the parts.
     *
     * @throws PathException if the text is no query, with the place
     */
    List<Step> parse() {
        List<Step> steps = new ArrayList<>();
        if (!query.startsWith("/")) {
            if (query.isEmpty()) {
                throw wrong(0, "a query is missing; '/**' finds everything");
            }
            steps.add(Step.ANY_DEPTH);
        }
        while (at < query.length()) {
            if (query.charAt(at) == '/') {
                at++;
            } else {
                Step step = step();
                // Any depth twice is any depth.
                if (!(step.isAnyDepth() && !steps.isEmpty() && steps.getLast().isAnyDepth())) {
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    private Step step() {
        int start = at;
        while (at < query.length() && query.charAt(at) != '/' && !isAtFilter()) {
            at++;
        }
        String name = query.substring(start, at);
        List<Filter> filters = new ArrayList<>();
        while (isAtFilter()) {
            if (name.equals(ANY_DEPTH)) {
                throw wrong(at, "'**' stands for levels, which have no properties; write '**/' before the filter");
            }
            filters.add(filter());
        }
        if (at < query.length() && query.charAt(at) != '/') {
            throw wrong(at, "expected '/' or another filter");
        }
        return name.equals(ANY_DEPTH) ? Step.ANY_DEPTH : Step.of(name.isEmpty() ? "*" : name, filters);
    }

    /** Tells whether a filter begins here; {@code [7]} and {@code [*]} are parts of names. */
    private boolean isAtFilter() {
        return at < query.length() && query.charAt(at) == '[' && endOfNumber(at) < 0;
    }

    /** Returns the index behind {@code [7]} or {@code [*]}, or -1 if none begins here. */
    private int endOfNumber(int open) {
        int end = open + 1;
        while (end < query.length() && (Character.isDigit(query.charAt(end)) || query.charAt(end) == '*')) {
            end++;
        }
        return end > open + 1 && end < query.length() && query.charAt(end) == ']' ? end + 1 : -1;
    }

    private Filter filter() {
        at++;
        skipBlanks();
        int start = at;
        while (at < query.length() && !isEndOfProperty(query.charAt(at))) {
            int end = query.charAt(at) == '[' ? endOfNumber(at) : -1;
            at = end < 0 ? at + 1 : end;
        }
        String property = query.substring(start, at);
        if (property.isEmpty()) {
            throw wrong(at, "the name of a property is missing");
        }
        skipBlanks();
        int column = at;
        if (at < query.length() && query.charAt(at) == ']') {
            at++;
            return new Filter(property, null, Operand.NONE, column);
        }
        Operator operator = operator();
        skipBlanks();
        column = at;
        String value = value();
        skipBlanks();
        if (at == query.length() || query.charAt(at) != ']') {
            throw wrong(at, "']' is missing");
        }
        at++;
        return new Filter(property, operator, new Operand(value), column);
    }

    private static boolean isEndOfProperty(char c) {
        return c == ']' || c == '/' || c == ' ' || OPERATOR_SIGNS.indexOf(c) >= 0;
    }

    private Operator operator() {
        Operator longest = null;
        for (Operator each : Operator.values()) {
            boolean isHere = query.startsWith(each.toString(), at);
            if (isHere
                    && (longest == null
                            || each.toString().length() > longest.toString().length())) {
                longest = each;
            }
        }
        if (longest == null) {
            throw wrong(at, at == query.length() ? "']' is missing" : "expected = != < <= > >= ~ or ]");
        }
        at += longest.toString().length();
        if (at < query.length() && OPERATOR_SIGNS.indexOf(query.charAt(at)) >= 0) {
            throw wrong(at, "'" + longest + query.charAt(at) + "' is no operator; use = != < <= > >= or ~");
        }
        return longest;
    }

    private String value() {
        char quote = at < query.length() ? query.charAt(at) : 0;
        if (quote == '\'' || quote == '"') {
            int end = query.indexOf(quote, at + 1);
            if (end < 0) {
                throw wrong(at, "the value does not end; a " + quote + " is missing");
            }
            String value = query.substring(at + 1, end);
            at = end + 1;
            return value;
        }
        int start = at;
        while (at < query.length() && query.charAt(at) != ']') {
            int end = query.charAt(at) == '[' ? endOfNumber(at) : -1;
            at = end < 0 ? at + 1 : end;
        }
        String value = query.substring(start, at).stripTrailing();
        if (value.isEmpty()) {
            throw wrong(start, "a value is missing; '' is the empty one");
        }
        return value;
    }

    private void skipBlanks() {
        while (at < query.length() && query.charAt(at) == ' ') {
            at++;
        }
    }

    private PathException wrong(int column, String what) {
        return wrong(query, column, what);
    }

    /** Returns the refusal of a query, whose hints show the place. */
    static PathException wrong(String query, int column, String what) {
        return new PathException(
                "Query '" + query + "', column " + (column + 1) + ": " + what, query, " ".repeat(column) + "^");
    }
}
