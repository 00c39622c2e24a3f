// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An option as it stands on the command line. Immutable. QEMU: softmmu/vl.c, lookup_opt.
 *
 * @param option which one it is
 * @param word the word that names it, with its dashes, or that is the name of a disk's file
 * @param given its argument, or null if it takes none
 */
record GivenOption(
        SystemOption option, String word, @Nullable String given) {
    /**
     * Cuts a command line into options; nothing is done before each of them is known to be one.
     *
     * @throws StartException if a word is no option, or an argument is missing
     */
    static List<GivenOption> readAll(List<String> words) {
        List<GivenOption> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                options.add(new GivenOption(SystemOption.DISK, word, null));
                continue;
            }
            String name = word.substring(word.startsWith("--") ? 2 : 1);
            SystemOption option = SystemOption.named(name);
            if (option == null) {
                throw Place.option(word, null)
                        .refusal(
                                UnofferedOptions.has(name)
                                        ? "this option of QEMU is not supported; qom system -help lists those that are"
                                        : "invalid option");
            }
            String argument = null;
            if (option.takesArgument()) {
                if (++i == words.size()) {
                    throw Place.option(word, null).refusal("requires an argument");
                }
                argument = words.get(i);
            }
            options.add(new GivenOption(option, word, argument));
        }
        return options;
    }

    /** Returns the argument of an option that takes one. */
    String argument() {
        return Objects.requireNonNull(given, word);
    }

    /** Returns its name, without dashes. */
    String name() {
        return word.replaceFirst("^--?", "");
    }

    Place place() {
        return Place.option(word, given);
    }
}
