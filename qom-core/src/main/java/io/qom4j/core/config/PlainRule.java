// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.value.AnyType;
import io.qom4j.core.value.BoolType;
import io.qom4j.core.value.ChildType;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.NumberType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.StringType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import java.util.List;

/**
 * Which values of a document are legal for a type at first sight, without being read: a number in its range, a known word.
 *
 * <p>What it does not admit may be legal all the same: a quantity with a unit, a number with a point. Immutable.
 */
final class PlainRule {
    private static final PlainRule NOTHING = anyOf();

    /** A bit for each kind of values that may be legal. */
    private final int kinds;

    /** Whether the kind is not all that counts. */
    private final boolean isRange;

    private final boolean isChoice;

    /** The least legal integer, how far the greatest is from it, and the least integer that needs no 64th bit. */
    private final long least;

    private final long span;
    private final long leastSigned;

    /** The legal strings, if it is a choice. */
    private final List<String> words;

    private PlainRule(long least, long greatest, boolean isSigned, JsonKind... kinds) {
        this.kinds = bits(kinds);
        this.isRange = true;
        this.isChoice = false;
        this.least = least;
        this.span = greatest - least;
        this.leastSigned = isSigned ? Long.MIN_VALUE : 0;
        this.words = List.of();
    }

    private PlainRule(List<String> words, JsonKind... kinds) {
        this.kinds = bits(kinds);
        this.isRange = false;
        this.isChoice = !words.isEmpty();
        this.least = 0;
        this.span = 0;
        this.leastSigned = 0;
        this.words = words;
    }

    private static int bits(JsonKind... kinds) {
        int bits = 0;
        for (JsonKind kind : kinds) {
            bits |= kind.bit();
        }
        return bits;
    }

    /** Returns the rule for a type. */
    static PlainRule of(ValueType type) {
        return switch (type) {
            case BoolType bool -> anyOf(JsonKind.TRUE, JsonKind.FALSE);
            case IntType integer ->
                integer.isSigned()
                        ? new PlainRule(integer.min(), integer.max(), true, JsonKind.INT64)
                        : new PlainRule(integer.min(), integer.max(), false, JsonKind.INT64, JsonKind.UINT64);
            case SizeType size -> new PlainRule(0, -1L, false, JsonKind.INT64, JsonKind.UINT64);
            case NumberType number -> anyOf(JsonKind.INT64, JsonKind.UINT64, JsonKind.REAL);
            case StringType string -> anyOf(JsonKind.STRING);
            case LinkType link -> anyOf(JsonKind.STRING);
            case EnumType words -> new PlainRule(words.words(), JsonKind.STRING);
            case AnyType any ->
                anyOf(
                        JsonKind.ARRAY,
                        JsonKind.STRING,
                        JsonKind.INT64,
                        JsonKind.UINT64,
                        JsonKind.REAL,
                        JsonKind.TRUE,
                        JsonKind.FALSE,
                        JsonKind.NULL);
            case ListType list -> NOTHING;
            case StructType struct -> NOTHING;
            case ChildType child -> NOTHING;
        };
    }

    private static PlainRule anyOf(JsonKind... kinds) {
        return new PlainRule(List.of(), kinds);
    }

    /** Tells whether a value is surely legal. */
    boolean admits(JsonDocument document, int node) {
        return document.isAny(node, kinds)
                && (!isRange || isInRange(document, node))
                && (!isChoice || isWord(document, node));
    }

    private boolean isInRange(JsonDocument document, int node) {
        long value = document.int64(node);
        return (value >= leastSigned || document.isAny(node, JsonKind.UINT64.bit()))
                && Long.compareUnsigned(value - least, span) <= 0;
    }

    private boolean isWord(JsonDocument document, int node) {
        for (String word : words) {
            if (document.isString(node, word)) {
                return true;
            }
        }
        return false;
    }
}
