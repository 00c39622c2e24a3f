// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.QomException;
import io.qom4j.core.help.QemuHints;
import io.qom4j.core.text.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where on the command line, or in a file that it names, something is said. Immutable. QEMU: util/qemu-error.c, Location.
 *
 * @param prefix what stands before a message about this place, with the program's name
 */
record Place(String prefix) {
    /** What each message begins with. */
    static final String PROGRAM = "qom:";

    /** No place that could be named. */
    static final Place NOWHERE = new Place(PROGRAM + " ");

    /** Returns the place of an option. */
    static Place option(String word, @Nullable String argument) {
        return new Place(PROGRAM + " " + word + (argument == null ? "" : " " + argument) + ": ");
    }

    /** Returns the place of a line of a file, from 1. */
    static Place line(String file, int number) {
        return new Place(PROGRAM + file + ":" + number + ": ");
    }

    /** Returns the failure to start for which something here is the reason. */
    StartException refusal(String message, String... hints) {
        List<String> lines = new ArrayList<>(List.of(prefix + message));
        lines.addAll(List.of(hints));
        return new StartException(lines, null);
    }

    /** Returns the failure to start for which a refusal of something here is the reason. */
    StartException refusal(QomException reason) {
        List<String> lines = new ArrayList<>(List.of(prefix + reason.getMessage()));
        lines.addAll(QemuHints.of(reason));
        return new StartException(lines, reason);
    }

    /** Returns the lines of a warning about something here. */
    List<String> warning(Warning warning) {
        List<String> lines = new ArrayList<>(List.of(prefix + "warning: " + warning.message()));
        lines.addAll(warning.hints());
        return lines;
    }
}
