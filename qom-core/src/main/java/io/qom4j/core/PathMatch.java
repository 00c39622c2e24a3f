// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.List;

/**
 * What a path leads to: one object, none, or several.
 *
 * <p>Immutable.
 */
public sealed interface PathMatch {
    /**
     * The path leads to one object.
     *
     * @param object the object
     */
    record Found(QomObject object) implements PathMatch {}

    /** The path leads nowhere. */
    record NotFound() implements PathMatch {}

    /**
     * The path leads to an object from more than one starting point.
     *
     * @param candidates what it leads to from the first starting points that were found, two or more; an object that is
     *     reached from two of them stands here twice
     */
    record Ambiguous(List<QomObject> candidates) implements PathMatch {
        /** Copies the candidates. */
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }
}
