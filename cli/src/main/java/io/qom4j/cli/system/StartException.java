// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reason not to start: lines for standard error, each as it is printed. Immutable. */
public final class StartException extends QomException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    StartException(List<String> lines, @Nullable Throwable cause) {
        super(ErrorClass.GENERIC_ERROR, String.join("\n", lines), List.of(), cause);
        this.lines = List.copyOf(lines);
    }

    /** Returns this reason with another line behind it. */
    StartException and(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new StartException(more, getCause());
    }

    /** Returns the lines, with the program's name where it belongs. */
    public List<String> lines() {
        return lines;
    }
}
