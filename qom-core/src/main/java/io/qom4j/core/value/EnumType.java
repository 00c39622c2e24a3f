// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.value;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of words of a closed set; travels as a string.
 *
 * <p>Immutable.
 *
 * @param name the set's name on the wire, for example {@code HostMemPolicy}
 * @param words the legal words in the order of their ordinals
 */
public record EnumType(String name, List<String> words) implements ValueType {
    /** Copies the words. */
    public EnumType {
        words = List.copyOf(words);
    }

    /**
     * Returns the ordinal of a word.
     *
     * @throws ValueException {@code Parameter 'policy' does not accept value 'x'}, with the legal words as a hint
     */
    public int ordinal(@Nullable String parameter, String word) {
        int ordinal = words.indexOf(word);
        if (ordinal < 0) {
            throw new ValueException(
                    "Parameter '" + (parameter == null ? "null" : parameter) + "' does not accept value '" + word + "'",
                    "Legal words: " + String.join(", ", words));
        }
        return ordinal;
    }

    @Override
    public String wireName() {
        return name;
    }

    @Override
    public String describe() {
        return "one of " + String.join(", ", words);
    }

    @Override
    public Object read(InputVisitor visitor, @Nullable String parameter) {
        String word = visitor.readString(parameter);
        return words.get(ordinal(parameter, word));
    }

    @Override
    public void write(OutputVisitor visitor, @Nullable String parameter, @Nullable Object value) {
        visitor.writeEnum(parameter, (String) Objects.requireNonNull(value));
    }
}
