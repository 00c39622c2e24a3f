// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source of command lines, right ones and wrong ones.
 *
 * @param choice what decides
 */
record CommandLines(Choice choice) {
    private static final List<String> FLAGS = List.of(
            "-S",
            "-usb",
            "-no-acpi",
            "-no-hpet",
            "-nodefaults",
            "-no-user-config",
            "-no-shutdown",
            "-no-reboot",
            "--no-reboot",
            "-nope",
            "---S",
            "--",
            "-",
            "nope",
            "{workdir}/no/disk");

    CommandLine next() {
        List<String> words = new ArrayList<>();
        for (int i = choice.below(3); i >= 0; i--) {
            if (choice.oneIn(3)) {
                words.addAll(List.of(choice.of("-object", "-object", "--object"), new ObjectArguments(choice).next()));
            } else if (choice.oneIn(6)) {
                words.addAll(new DeviceArguments(choice).next());
            } else if (choice.oneIn(12)) {
                words.add(choice.of(FLAGS));
            } else {
                int kind = choice.below(OptionArguments.KINDS);
                for (int again = choice.oneIn(4) ? 1 : 0; again >= 0; again--) {
                    words.addAll(new OptionArguments(choice).next(kind));
                }
            }
        }
        if (choice.oneIn(60)) {
            words.removeLast();
        }
        boolean readsFile = words.stream().anyMatch(word -> word.endsWith(CommandLine.FILE));
        return new CommandLine(words, readsFile ? new ConfigTexts(choice).next() : "");
    }

    /** Returns some of the items, joined by commas, with a wrong one among them now and then. */
    static String joined(Choice choice, Stream<String> items, List<String> wrong) {
        List<String> all = new ArrayList<>(items.toList());
        if (choice.oneIn(8)) {
            all.add(choice.below(all.size() + 1), choice.of(wrong));
        }
        return String.join(",", all);
    }
}
