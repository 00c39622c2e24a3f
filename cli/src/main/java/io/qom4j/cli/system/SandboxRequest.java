// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import java.util.List;
import java.util.Set;

/** What {@code -sandbox} asks for: checked, and without effect. Stateless. QEMU: softmmu/qemu-seccomp.c, parse_sandbox. */
final class SandboxRequest {
    private static final Set<String> CHOICES = Set.of("allow", "deny");

    private static final Set<String> FOR_PRIVILEGES = Set.of("allow", "deny", "children");

    private SandboxRequest() {}

    /**
     * Checks the options.
     *
     * @return whether a sandbox is asked for
     * @throws ValueException if one cannot be
     */
    static boolean check(Options options) {
        if (!options.bool("enable", false)) {
            return false;
        }
        for (String name : List.of("obsolete", "elevateprivileges", "spawn", "resourcecontrol")) {
            String value = options.find(name);
            Set<String> legal = name.equals("elevateprivileges") ? FOR_PRIVILEGES : CHOICES;
            if (value != null && !legal.contains(value)) {
                throw new ValueException("invalid argument for " + name);
            }
        }
        return true;
    }
}
