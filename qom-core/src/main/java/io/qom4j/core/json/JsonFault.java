// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * The first fault of a JSON text, thrown from within the scanners to {@link JsonScanner#scan}.
 *
 * <p>It has no stack trace, since it tells of the text and not of the program.
 */
final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String problem;

    /**
     * Makes a fault.
     *
     * @param offset the byte at which it stands
     * @param problem what is wrong, and what would be right
     */
    JsonFault(int offset, String problem) {
        super(problem, null, false, false);
        this.offset = offset;
        this.problem = problem;
    }

    int offset() {
        return offset;
    }

    String problem() {
        return problem;
    }
}
