// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;

/** A request for help, with which a command line ends: lines for standard output. Immutable. */
final class HelpException extends QomException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;
    private final int status;

    private HelpException(List<String> lines, int status) {
        super(ErrorClass.GENERIC_ERROR, "help was asked for", List.of(), null);
        this.lines = List.copyOf(lines);
        this.status = status;
    }

    /** Returns a request that was expected: the command succeeds. */
    static HelpException of(List<String> lines) {
        return new HelpException(lines, 0);
    }

    /** Returns a request in place of something that is needed: the command prints the help, and fails. */
    static HelpException instead(List<String> lines) {
        return new HelpException(lines, 1);
    }

    List<String> lines() {
        return lines;
    }

    int status() {
        return status;
    }
}
