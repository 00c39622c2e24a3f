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

    static void append(JsonTape tape, @Nullable Object value) {
        switch (value) {
            case null -> tape.word(JsonKind.NULL);
            case Boolean b -> tape.word(b ? JsonKind.TRUE : JsonKind.FALSE);
            case String s -> tape.string(s);
            case Long l -> tape.int64(l);
            case Integer i -> tape.int64(i);
            case Short s -> tape.int64(s);
            case Byte b -> tape.int64(b);
            case BigInteger b -> big(tape, b);
            case Double d -> real(tape, d);
            case Float f -> real(tape, f);
            case Map<?, ?> map -> {
                tape.begin(JsonKind.OBJECT);
                map.forEach((key, member) -> {
                    tape.name((String) key);
                    append(tape, member);
                });
                tape.end();
            }
            case Iterable<?> elements -> {
                tape.begin(JsonKind.ARRAY);
                elements.forEach(element -> append(tape, element));
                tape.end();
            }
            default ->
                throw new IllegalArgumentException("no JSON form for "
                        + value.getClass().getName() + "; expected Map, Iterable, String, Boolean, a number or null");
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
