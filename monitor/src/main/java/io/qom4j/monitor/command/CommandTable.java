// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.event.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one monitor, by name.
 *
 * <p>Immutable.
 */
public final class CommandTable {
    private final Map<String, Command> byName;
    private final Map<String, Command> sorted;
    private final List<EventType> events = new ArrayList<>();

    /**
     * Makes a table.
     *
     * @throws IllegalArgumentException if two commands have one name
     */
    public CommandTable(Iterable<CommandSet> sets) {
        sorted = new TreeMap<>();
        for (CommandSet set : sets) {
            events.addAll(set.events());
            for (Command command : set.commands()) {
                if (sorted.putIfAbsent(command.name(), command) != null) {
                    throw new IllegalArgumentException("two commands are called '" + command.name()
                            + "'; the second is of " + set.getClass().getName());
                }
            }
        }
        byName = new HashMap<>(sorted);
    }

    /** Returns the command of this name, or null. */
    public @Nullable Command find(String name) {
        return byName.get(name);
    }

    /** Returns the refusal of a command that there is not. */
    public static QomException notFound(String name) {
        return new QomException(
                ErrorClass.COMMAND_NOT_FOUND, "The command " + name + " has not been found", List.of(), null);
    }

    /** Returns the events that clients may hear of. */
    public List<EventType> events() {
        return List.copyOf(events);
    }

    /** Returns all commands, sorted by name. */
    public Collection<Command> all() {
        return sorted.values();
    }
}
