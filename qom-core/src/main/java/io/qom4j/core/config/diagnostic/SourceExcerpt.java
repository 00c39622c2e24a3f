// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

/**
 * The part of a source line around a problem.
 *
 * <p>Long lines are cut on both sides, with an ellipsis. Immutable.
 *
 * @param text the line, or the part of it; empty if the source is not known
 * @param start how many characters (code points) of {@code text} stand before the problem
 * @param length how many characters the problem spans; at least 1 if {@code text} is not empty
 */
public record SourceExcerpt(String text, int start, int length) {
    /** The excerpt of an unknown source. */
    public static final SourceExcerpt NONE = new SourceExcerpt("", 0, 0);

    private static final int MOST_BEFORE = 60;
    private static final int MOST = 110;
    private static final String ELLIPSIS = "…";

    /**
     * Cuts the excerpt out of a line: the token that begins at a column.
     *
     * @param line the whole line
     * @param column the column of the token, from 1
     */
    public static SourceExcerpt of(String line, int column) {
        int before = Math.min(column - 1, line.codePointCount(0, line.length()));
        if (line.isEmpty() || before < 0) {
            return NONE;
        }
        int begin = line.offsetByCodePoints(0, before);
        int end = endOfToken(line, begin);
        int from = before <= MOST_BEFORE ? 0 : line.offsetByCodePoints(begin, -MOST_BEFORE);
        int to = line.codePointCount(from, line.length()) <= MOST ? line.length() : line.offsetByCodePoints(from, MOST);
        String head = from == 0 ? "" : ELLIPSIS;
        String tail = to == line.length() ? "" : ELLIPSIS;
        return new SourceExcerpt(
                head + line.substring(from, to) + tail,
                head.length() + line.codePointCount(from, begin),
                Math.max(1, line.codePointCount(begin, Math.min(end, to))));
    }

    /** Returns the end of the string, number or word that begins at an index; of anything else one character is enough. */
    private static int endOfToken(String line, int begin) {
        if (begin >= line.length()) {
            return begin;
        }
        char first = line.charAt(begin);
        int at = begin + 1;
        if (first == '"' || first == '\'') {
            while (at < line.length() && line.charAt(at) != first) {
                at += line.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(at + 1, line.length());
        }
        if (!isWord(first)) {
            return at;
        }
        while (at < line.length() && isWord(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+' || c == '_';
    }
}
