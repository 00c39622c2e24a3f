// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.UserObjects;
import io.qom4j.core.error.ValueException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that things of named groups have on one command line. Confined to one thread. QEMU: util/qemu-option.c, qemu_opts_create. */
final class OptionIds {
    /** The names by the title of their group. */
    private final Map<String, Set<String>> used = new HashMap<>();

    /**
     * Notes that a name is used, if there is one and the group has names.
     *
     * @throws ValueException if it is no identifier, or came before
     */
    void claim(OptionGroup group, @Nullable String name) {
        if (name != null && group.isNamed()) {
            UserObjects.checkId(name);
            if (!names(group).add(name)) {
                throw new ValueException("Duplicate ID '" + name + "' for " + group.title());
            }
        }
    }

    boolean has(OptionGroup group, String name) {
        return names(group).contains(name);
    }

    private Set<String> names(OptionGroup group) {
        return used.computeIfAbsent(group.title(), any -> new HashSet<>());
    }
}
