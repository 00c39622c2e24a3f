// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a tree of hash maps: what somebody would write by hand. */
final class MapNode {
    private final Map<String, MapNode> children = new HashMap<>();

    void add(String name, MapNode child) {
        children.put(name, child);
    }

    /** Follows a path that begins with a slash. */
    @Nullable MapNode resolve(String path) {
        MapNode at = this;
        int start = 1;
        while (at != null && start < path.length()) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            at = at.children.get(path.substring(start, end));
            start = end + 1;
        }
        return at;
    }
}
