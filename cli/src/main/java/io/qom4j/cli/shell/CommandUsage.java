// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a command of the human monitor is used, as its help shows it. Immutable.
 *
 * @param names its names
 * @param flags its flags, such as {@code -j}
 * @param parameters what it takes in order, without the brackets of what may be left out
 * @param help what it does
 */
record CommandUsage(List<String> names, List<String> flags, List<String> parameters, String help) {
    private static final String EXPLANATION = " -- ";
    private static final Pattern FLAG = Pattern.compile("\\[(-\\w)]");

    /** Makes them immutable. */
    CommandUsage {
        names = List.copyOf(names);
        flags = List.copyOf(flags);
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads what {@code help} prints; lines that go on with an explanation are passed over.
     *
     * @param before what stands before the name in each line, such as {@code "info "}
     */
    static List<CommandUsage> read(String before, String text) {
        List<CommandUsage> usages = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int end = line.indexOf(EXPLANATION);
            if (line.startsWith(before) && end > before.length() && !line.startsWith("\t")) {
                usages.add(of(line.substring(before.length(), end), line.substring(end + EXPLANATION.length())));
            }
        }
        return usages;
    }

    private static CommandUsage of(String usage, String help) {
        List<String> flags = new ArrayList<>();
        Matcher flag = FLAG.matcher(usage);
        while (flag.find()) {
            flags.add(flag.group(1));
        }
        String[] words = FLAG.matcher(usage).replaceAll("").strip().split("\\s+", -1);
        List<String> parameters = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            parameters.add(isBracketed(words[i]) ? words[i].substring(1, words[i].length() - 1) : words[i]);
        }
        return new CommandUsage(List.of(words[0].split("\\|")), flags, parameters, help);
    }

    private static boolean isBracketed(String word) {
        return word.startsWith("[") && word.indexOf(']') == word.length() - 1;
    }

    /** Tells whether this command only groups others. */
    boolean isGroup() {
        return parameters.equals(List.of("subcommand"));
    }
}
