// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.text.Warning;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of one command-line argument, flat and in order, as QEMU 7.2 reads {@code -object}.
 *
 * <p>Anything up to a comma is an option, any text is a name: {@code name=value}, where two commas in the value stand for one;
 * or {@code name}, which is deprecated and means {@code on}, or {@code off} where the name begins with {@code no}. The first
 * option may be a value alone if the caller implies its name. {@code id} is kept apart, and the first one counts.
 *
 * <p>Nothing here is refused: whether an option exists, and whether the id is an identifier, is for others to say. QEMU checks
 * the id before it warns of anything, so ask {@link #findId} first. Immutable. QEMU: util/qemu-option.c.
 *
 * @param id the value of the first option called {@code id}, or null
 * @param options the others, in order, repeats included
 */
public record OptionList(@Nullable String id, List<Option> options) {
    /**
     * One option.
     *
     * @param name the name, which may be empty
     * @param value the value, which may be empty
     */
    public record Option(String name, String value) {
        /** Tells whether it asks for help, whatever its value. */
        public boolean isHelp() {
            return OptionScanner.isHelp(name);
        }
    }

    /** Copies the options. */
    public OptionList {
        options = List.copyOf(options);
    }

    /**
     * Reads options.
     *
     * @param impliedName the name of a first option that is a value alone, or null
     * @param warnings is told of each name that stands alone, but for {@code help} and {@code ?}
     */
    public static OptionList parse(String text, @Nullable String impliedName, WarningSink warnings) {
        return parse(text, impliedName, warnings, option -> {});
    }

    /**
     * Reads options, of which each is checked before the next is read.
     *
     * @param impliedName the name of a first option that is a value alone, or null
     * @param warnings is told of each name that stands alone, but for {@code help} and {@code ?}
     * @param check throws if an option is not legal
     */
    public static OptionList parse(
            String text, @Nullable String impliedName, WarningSink warnings, Consumer<Option> check) {
        var scanner = new OptionScanner(text, warnings);
        List<Option> options = new ArrayList<>();
        String implied = impliedName;
        while (scanner.hasNext()) {
            Option option = scanner.next(implied);
            implied = null;
            if (!option.name().equals("id")) {
                check.accept(option);
                options.add(option);
            }
        }
        return new OptionList(findId(text), options);
    }

    /** Returns the id that {@link #parse} will find, or null, without warning of anything. */
    public static @Nullable String findId(String text) {
        // No name is implied here, as in QEMU: a first value "id" is taken for the option.
        var scanner = new OptionScanner(text, WarningSink.IGNORE);
        while (scanner.hasNext()) {
            Option option = scanner.next(null);
            if (option.name().equals("id")) {
                return option.value();
            }
        }
        return null;
    }

    /** Returns the value of the last option of this name, which is the one that counts; null if there is none. */
    public @Nullable String last(String name) {
        return options.reversed().stream()
                .filter(option -> option.name().equals(name))
                .map(Option::value)
                .findFirst()
                .orElse(null);
    }

    /** Tells whether an option is called {@code help} or {@code ?}, whatever its value. */
    public boolean helpRequested() {
        return options.stream().anyMatch(Option::isHelp);
    }

    /** Cuts a text into options. */
    private static final class OptionScanner {
        private final String text;
        private final WarningSink warnings;
        private int at;

        OptionScanner(String text, WarningSink warnings) {
            this.text = text;
            this.warnings = warnings;
        }

        static boolean isHelp(String name) {
            return name.equals("help") || name.equals("?");
        }

        boolean hasNext() {
            return at < text.length();
        }

        Option next(@Nullable String implied) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ',') {
                end++;
            }
            String name = text.substring(at, end);
            if (end < text.length() && text.charAt(end) == '=') {
                at = end + 1;
                return new Option(name, value());
            }
            if (implied != null) {
                return new Option(implied, value());
            }
            at = Math.min(end + 1, text.length());
            return flag(name);
        }

        private Option flag(String word) {
            boolean negated = word.startsWith("no");
            String name = negated ? word.substring(2) : word;
            String value = negated ? "off" : "on";
            if (negated || !isHelp(word)) {
                // Long ago "delay" meant the opposite of the option that there is.
                String instead = name.equals("delay") ? "nodelay=" + (negated ? "on" : "off") : name + "=" + value;
                warnings.warn(new Warning(
                        "short-form boolean option '" + word + "' deprecated",
                        List.of("Please use " + instead + " instead")));
            }
            return new Option(name, value);
        }

        /** Reads a value up to a comma that is not doubled, and that comma. */
        private String value() {
            var value = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == ',') {
                    if (!text.startsWith(",", at)) {
                        break;
                    }
                    at++;
                }
                value.append(c);
            }
            return value.toString();
        }
    }
}
