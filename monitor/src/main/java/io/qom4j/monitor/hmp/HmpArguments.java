// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was typed behind the name of a command, cut by its parameters.
 *
 * <p>Immutable. QEMU: monitor/hmp.c, monitor_parse_arguments.
 */
public final class HmpArguments {
    private final Map<String, String> values = new HashMap<>();

    private HmpArguments() {}

    /**
     * Reads the arguments of a command.
     *
     * @throws HmpSyntaxException if the line does not suit the parameters
     */
    static HmpArguments read(HmpLine line, List<HmpParameter> parameters) {
        HmpArguments arguments = new HmpArguments();
        for (int i = 0; i < parameters.size(); i++) {
            HmpParameter parameter = parameters.get(i);
            String value = switch (parameter.kind()) {
                case FLAG -> flag(line, parameters.subList(i, parameters.size()));
                case WORD -> required(line.word());
                case OPTIONAL_WORD -> optionalWord(line);
                case REST -> required(nonEmpty(line.rest()));
                case OPTIONAL_REST -> nonEmpty(line.rest());
            };
            if (value != null) {
                arguments.values.put(parameter.name(), value);
            }
        }
        line.skipBlanks();
        if (!line.isAtEnd()) {
            throw new HmpSyntaxException("extraneous characters at the end of line");
        }
        return arguments;
    }

    /** Reads the first of these parameters, a flag; a flag that is one of the later ones is left for them. */
    private static @Nullable String flag(HmpLine line, List<HmpParameter> fromHere) {
        Character letter = line.flag();
        if (letter == null) {
            return null;
        }
        if (fromHere.getFirst().isFlag(letter)) {
            line.takeFlag();
            return "on";
        }
        if (fromHere.stream().noneMatch(later -> later.isFlag(letter))) {
            throw new HmpSyntaxException("unsupported option -" + letter);
        }
        return null;
    }

    private static @Nullable String optionalWord(HmpLine line) {
        line.skipBlanks();
        return line.isAtEnd() ? null : required(line.word());
    }

    private static String required(@Nullable String word) {
        if (word == null) {
            throw new HmpSyntaxException("string expected");
        }
        return word;
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Returns the value of a parameter that has to be given. */
    public String get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** Returns the value of a parameter, or null where it was left out. */
    public @Nullable String find(String name) {
        return values.get(name);
    }

    /** Tells whether a flag was given. */
    public boolean has(char flag) {
        return values.containsKey(String.valueOf(flag));
    }
}
