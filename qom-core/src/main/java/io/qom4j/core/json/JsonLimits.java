// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * How large a JSON text may be before it is refused, so that hostile text costs bounded time and memory.
 *
 * <p>Immutable.
 *
 * @param maxDepth how many arrays and objects may stand inside each other
 * @param maxStringLength the longest string or member name, in UTF-16 units
 * @param maxNumberLength the longest number, in characters
 * @param maxLength the longest text, in bytes
 * @param maxValues how many values one text may hold, containers included
 */
public record JsonLimits(int maxDepth, int maxStringLength, int maxNumberLength, int maxLength, int maxValues) {
    /** Generous for any configuration a person or a program writes: depth 1024, strings of 16 Mi, 256 MiB, 32 Mi values. */
    public static final JsonLimits DEFAULT = new JsonLimits(1024, 1 << 24, 1000, 1 << 28, 1 << 25);

    /** No limits but those of the Java language. */
    public static final JsonLimits UNLIMITED = new JsonLimits(
            Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Checks that every limit is positive. */
    public JsonLimits {
        if (maxDepth < 1 || maxStringLength < 1 || maxNumberLength < 1 || maxLength < 1 || maxValues < 1) {
            throw new IllegalArgumentException("every limit must be positive");
        }
    }

    /** Returns these limits with another depth. */
    public JsonLimits withMaxDepth(int depth) {
        return new JsonLimits(depth, maxStringLength, maxNumberLength, maxLength, maxValues);
    }
}
