// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands of the human monitor by name. Immutable.
 *
 * @param commands the commands, sorted by their first name
 */
public record HmpTable(List<HmpCommand> commands) {
    /** Sorts the commands. */
    public HmpTable {
        commands = commands.stream()
                .sorted(Comparator.comparing(HmpCommand::names))
                .toList();
    }

    /** Returns the command with this name, or null. */
    public @Nullable HmpCommand find(String name) {
        for (HmpCommand command : commands) {
            if (command.isNamed(name)) {
                return command;
            }
        }
        return null;
    }
}
