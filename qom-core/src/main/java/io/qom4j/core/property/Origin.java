// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.json.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * Who gave a property its value.
 *
 * <p>{@link Origins#UNSET}: nobody, the value is what the object was born with. {@link Default}: the property's declaration.
 * {@link Global}: a default for a whole type. {@link Origins#OBJECT}: the object itself, over a default. Everything else is somebody who set it: Java code ({@link Origins#API}), a QMP client,
 * a command-line option, a place in a file. Sources of your own implement this interface.
 *
 * <p>Implementations are immutable.
 */
public interface Origin {
    /** Returns who it was in a few words, for example {@code API}, {@code vm.json:4:18}. */
    String describe();

    /** Returns who gave the named property its value; where that stands in a file, at which place of the file. */
    default String describe(String property) {
        SourcePosition place = position(property);
        return place == null ? describe() : place.toString();
    }

    /**
     * Returns the place in a file where the named property's value stands.
     *
     * @return null where the value does not come from a file
     */
    default @Nullable SourcePosition position(String property) {
        return null;
    }

    /**
     * The default that a property's declaration gives.
     *
     * @param type the type that declares the property
     */
    record Default(String type) implements Origin {
        @Override
        public String describe() {
            return "default of " + type;
        }
    }

    /**
     * A default for a whole type, given to the type registry.
     *
     * @param type the type that it was given for
     * @param source where it was given
     */
    record Global(String type, Origin source) implements Origin {
        @Override
        public String describe() {
            return "global default for " + type + " (" + source.describe() + ")";
        }

        @Override
        public String describe(String property) {
            return "global default for " + type + " (" + source.describe(property) + ")";
        }

        @Override
        public @Nullable SourcePosition position(String property) {
            return source.position(property);
        }
    }

    /**
     * A command-line option.
     *
     * @param option the option's name and argument
     */
    record CommandLine(String option) implements Origin {
        @Override
        public String describe() {
            return "command line: " + option;
        }
    }
}
