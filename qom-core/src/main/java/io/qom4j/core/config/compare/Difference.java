// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.compare;

import io.qom4j.core.config.PlainValue;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a configuration differs from another.
 *
 * <p>Immutable if the values are.
 *
 * @param kind what differs
 * @param path the object's path: {@code /objects/m0}
 * @param property the property, or null if the object as a whole differs
 * @param before the value on the left, or its type; null if there is none
 * @param after the value on the right, or its type; null if there is none
 */
public record Difference(
        Kind kind,
        String path,
        @Nullable String property,
        @Nullable Object before,
        @Nullable Object after) {
    /** What differs. */
    public enum Kind {
        /** Only the right has the object. */
        ADDED,
        /** Only the left has the object. */
        REMOVED,
        /** The objects are of different types. */
        RETYPED,
        /** Only the right gives the property a value. */
        SET,
        /** Only the left gives the property a value. */
        UNSET,
        /** The property has different values. */
        CHANGED
    }

    /** Returns a line for people: {@code ~ /objects/m0.size: 4096 → 8192}. */
    @Override
    public String toString() {
        return switch (kind) {
            case ADDED -> "+ " + path + " (" + after + ")";
            case REMOVED -> "- " + path + " (" + before + ")";
            case RETYPED -> "~ " + path + ": type " + before + " → " + after;
            case SET -> "+ " + path + "." + property + ": " + PlainValue.text(after);
            case UNSET -> "- " + path + "." + property + ": " + PlainValue.text(before);
            case CHANGED ->
                "~ " + path + "." + property + ": " + PlainValue.text(before) + " → " + PlainValue.text(after);
        };
    }
}
