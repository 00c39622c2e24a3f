// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.NumberText;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Java values to tape entries.
 *
 * <p>All methods are pure but for the tape.
 */
final class JsonValues {
    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private JsonValues() {}

    /**
     * Appends a value.
     *
     * <p>Without a switch over types: the first that a JVM comes to costs it ten milliseconds, and every start comes by here.
     */
    @SuppressWarnings("IfChainToSwitch")
    static void append(JsonTape tape, @Nullable Object value) {
        if (value instanceof String string) {
            tape.string(string);
        } else if (value instanceof Boolean bool) {
            tape.word(bool ? JsonKind.TRUE : JsonKind.FALSE);
        } else if (value instanceof Number number) {
            number(tape, number);
        } else if (value instanceof Map<?, ?> map) {
            tape.begin(JsonKind.OBJECT);
            map.forEach((key, member) -> {
                tape.name((String) key);
                append(tape, member);
            });
            tape.end();
        } else if (value instanceof Iterable<?> elements) {
            tape.begin(JsonKind.ARRAY);
            elements.forEach(element -> append(tape, element));
            tape.end();
        } else if (value == null) {
            tape.word(JsonKind.NULL);
        } else {
            throw noForm(value);
        }
    }

    /** Returns the refusal of a value of another kind. */
    static IllegalArgumentException noForm(Object value) {
        return new IllegalArgumentException("no JSON form for "
                + value.getClass().getName() + "; expected Map, Iterable, String, Boolean, a number or null");
    }

    private static void number(JsonTape tape, Number value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            tape.int64(value.longValue());
        } else if (value instanceof BigInteger big) {
            big(tape, big);
        } else if (value instanceof Double || value instanceof Float) {
            real(tape, value.doubleValue());
        } else {
            throw noForm(value);
        }
    }

    private static void real(JsonTape tape, double value) {
        // Refuses what JSON cannot say.
        NumberText.format(value);
        tape.real(value, false);
    }

    private static void big(JsonTape tape, BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            tape.int64(value.longValue());
        } else if (value.signum() > 0 && value.compareTo(UINT64_MAX) <= 0) {
            tape.uint64(value.longValue());
        } else {
            double nearest = value.doubleValue();
            NumberText.format(nearest);
            tape.real(nearest, true);
        }
    }
}
