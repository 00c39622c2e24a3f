// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.error.ValueException;

/**
 * A refusal of a JSON text, with its place.
 *
 * <p>The message is the place and the problem, {@code machine.json:3:17: expected a value, found '}'}. Immutable.
 */
public final class JsonException extends ValueException {
    private static final long serialVersionUID = 1L;

    private final SourcePosition position;
    private final String sourceLine;
    private final String problem;

    /**
     * Makes a refusal.
     *
     * @param position where
     * @param sourceLine the text of that line, or the empty string
     * @param problem what is wrong, and what would be right
     */
    public JsonException(SourcePosition position, String sourceLine, String problem) {
        super(position + ": " + problem);
        this.position = position;
        this.sourceLine = sourceLine;
        this.problem = problem;
    }

    /** Returns where the problem is. */
    public SourcePosition position() {
        return position;
    }

    /** Returns the text of the line in which the problem is; empty if not known. */
    public String sourceLine() {
        return sourceLine;
    }

    /** Returns what is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
