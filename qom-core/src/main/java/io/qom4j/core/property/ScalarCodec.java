// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Single values as members of structs and elements of lists, where they are boxed anyway.
 *
 * <pre>{@code
 * oc.addValue("tags", new ListCodec<>(ScalarCodec.of(ValueType.string(), String.class)), Box::tags, Box::setTags);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <V> the Java class of the values
 */
public final class ScalarCodec<V> implements Codec<V> {
    private final ValueType type;
    private final Function<Object, V> fromRead;
    private final Function<V, Object> toWritten;

    private ScalarCodec(ValueType type, Function<Object, V> fromRead, Function<V, Object> toWritten) {
        this.type = type;
        this.fromRead = fromRead;
        this.toWritten = toWritten;
    }

    /**
     * Returns the codec for values of a type.
     *
     * @param javaClass what the type reads: Boolean, Long, Double or String
     */
    public static <V> ScalarCodec<V> of(ValueType type, Class<V> javaClass) {
        return new ScalarCodec<>(type, javaClass::cast, value -> value);
    }

    /** Returns the codec for integers that Java holds in a narrower class than Long. */
    public static <V extends Number> ScalarCodec<V> ofInteger(ValueType type, Function<Long, V> narrow) {
        return new ScalarCodec<>(type, read -> narrow.apply((Long) read), Number::longValue);
    }

    /**
     * Returns the codec for words of a closed set.
     *
     * @param constants the enum whose constants are the words; see {@link EnumProperty#word}
     */
    public static <E extends Enum<E>> ScalarCodec<E> ofEnum(String wireName, Class<E> constants) {
        E[] all = constants.getEnumConstants();
        EnumType words = new EnumType(
                wireName, Arrays.stream(all).map(EnumProperty::word).toList());
        return new ScalarCodec<>(words, read -> all[words.words().indexOf(read)], EnumProperty::word);
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public V read(InputVisitor visitor, @Nullable String name) {
        return fromRead.apply(Objects.requireNonNull(type.read(visitor, name)));
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String name, V value) {
        type.write(visitor, name, toWritten.apply(value));
    }
}
