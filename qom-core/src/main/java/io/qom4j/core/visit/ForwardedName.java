// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The renaming of one parameter outside of structs and lists. Confined to one thread. */
final class ForwardedName {
    private final String from;
    private final String to;
    private int depth;

    ForwardedName(String from, String to) {
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
    }

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }

    boolean isOutermost() {
        return depth == 0;
    }

    /** Returns what a name is called there; null if outside of structs and lists another name is asked for. */
    @Nullable String translate(@Nullable String name) {
        if (depth > 0) {
            return name;
        }
        return from.equals(name) ? to : null;
    }
}
