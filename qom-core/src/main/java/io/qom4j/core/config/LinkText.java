// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import java.util.function.Predicate;

/**
 * How links are written: by id where that is enough, else by path.
 *
 * <p>All methods are pure.
 *
 * <p>Thread-safe: it has no state.
 */
public final class LinkText {
    private static final String CONTAINER = "/objects/";

    private LinkText() {}

    /**
     * Returns the shortest text that leads from an object to a path.
     *
     * @param path the canonical path of the target
     * @param isTop whether the link's object stands under {@code /objects}, so that no sibling can be in the way of an id
     * @param owns tells whether the link's object owns something of a name, which would be found first
     */
    public static String shortest(String path, boolean isTop, Predicate<String> owns) {
        if (!isTop || !path.startsWith(CONTAINER) || path.indexOf('/', CONTAINER.length()) >= 0) {
            return path;
        }
        String id = path.substring(CONTAINER.length());
        return owns.test(id) ? path : id;
    }
}
