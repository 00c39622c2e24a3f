// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An object and all below it, visited from the top without deeper calls, so that a tree may be of any depth.
 *
 * <p>Thread-safe: it has no state; beside a writer it sees some state of each object's children.
 */
final class Subtree {
    private Subtree() {}

    /** Gives every object to a consumer, each before what is below it. */
    static void forEach(QomObject top, Consumer<QomObject> consumer) {
        anyMatch(top, each -> {
            consumer.accept(each);
            return false;
        });
    }

    /** Tells whether any object matches; visits none after the first that does. */
    static boolean anyMatch(QomObject top, Predicate<QomObject> predicate) {
        if (top.members() == null) {
            return predicate.test(top);
        }
        Deque<QomObject> toVisit = new ArrayDeque<>();
        for (QomObject each = top; each != null; each = toVisit.poll()) {
            if (predicate.test(each)) {
                return true;
            }
            Members members = each.members();
            if (members != null) {
                members.forEach(entry -> {
                    if (entry instanceof QomObject child) {
                        toVisit.push(child);
                    }
                });
            }
        }
        return false;
    }
}
