// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.ObjectRequest;
import java.util.List;

/**
 * What the argument of one {@code -object} option asks for.
 *
 * <p>Immutable.
 */
public sealed interface ObjectArgument {
    /**
     * An object.
     *
     * @param request the object, checked and not made yet
     */
    record Creation(ObjectRequest request) implements ObjectArgument {}

    /**
     * A text for the user, after which nothing else is done.
     *
     * @param lines the lines of the text
     */
    record Help(List<String> lines) implements ObjectArgument {
        /** Copies the lines. */
        public Help {
            lines = List.copyOf(lines);
        }
    }
}
