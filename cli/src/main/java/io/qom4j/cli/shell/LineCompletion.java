// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can stand at the end of a line of the human monitor: commands, flags, paths, properties, values.
 *
 * <p>Which of these, the usage in the command's help tells: {@code qom-set [-j] path property value}. Confined to one thread.
 */
public final class LineCompletion {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String JSON_FLAG = "-j";

    private final Knowledge knowledge;
    private final PathCompletion paths;
    private final ObjectCompletion objects;

    /** Makes a completion that asks a target. */
    public LineCompletion(ShellTarget target) {
        knowledge = new Knowledge(target);
        paths = new PathCompletion(knowledge);
        objects = new ObjectCompletion(knowledge, paths);
    }

    /**
     * Returns what the last word of a line could become; the last word is empty behind a blank.
     *
     * @param line the line up to the cursor
     */
    public List<Proposal> complete(String line) {
        String[] split = BLANKS.split(line.stripLeading(), -1);
        List<String> before = List.of(split).subList(0, split.length - 1);
        String word = split[split.length - 1];
        return propose(before, word)
                .filter(each -> each.word().startsWith(word))
                .toList();
    }

    private Stream<Proposal> propose(List<String> before, String word) {
        if (before.isEmpty()) {
            return names("");
        }
        CommandUsage command = find("", before.getFirst());
        if (command == null) {
            return Stream.empty();
        }
        List<String> rest = before.subList(1, before.size());
        if (!command.isGroup()) {
            return propose(command, rest, word);
        }
        String group = command.names().getFirst();
        if (rest.isEmpty()) {
            return names(group);
        }
        CommandUsage sub = find(group, rest.getFirst());
        return sub == null ? Stream.empty() : propose(sub, rest.subList(1, rest.size()), word);
    }

    private Stream<Proposal> propose(CommandUsage command, List<String> before, String word) {
        if (word.startsWith("-") && !command.flags().isEmpty()) {
            return command.flags().stream()
                    .filter(flag -> !before.contains(flag))
                    .map(flag -> Proposal.whole(flag, ""));
        }
        List<String> given = new ArrayList<>(before);
        given.removeAll(command.flags());
        List<String> parameters = command.parameters();
        if (isHelp(command)) {
            return helpNames(given);
        }
        if (given.size() >= parameters.size()) {
            return Stream.empty();
        }
        String parameter = parameters.get(given.size());
        int path = parameters.indexOf("path");
        String object = path >= 0 && path < given.size() ? given.get(path) : null;
        return switch (parameter) {
            case "path" -> paths.complete(word);
            case "property" -> object == null ? Stream.empty() : properties(object, wanted(command));
            case "value" -> object == null ? Stream.empty() : values(before, object, given.getLast());
            case "id" -> isAboutObjects(command) ? ids() : Stream.empty();
            default -> isAboutObjects(command) ? objects.complete(word) : Stream.empty();
        };
    }

    private Stream<Proposal> names(String group) {
        return knowledge.commands(group).stream()
                .flatMap(each -> each.names().stream().map(name -> Proposal.whole(name, each.help())));
    }

    private @Nullable CommandUsage find(String group, String name) {
        return knowledge.commands(group).stream()
                .filter(each -> each.names().contains(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isHelp(CommandUsage command) {
        return command.names().contains("help");
    }

    private static boolean isAboutObjects(CommandUsage command) {
        return command.names().getFirst().startsWith("object_");
    }

    private Stream<Proposal> helpNames(List<String> given) {
        if (given.isEmpty()) {
            return names("");
        }
        CommandUsage command = find("", given.getFirst());
        return given.size() == 1 && command != null && command.isGroup() ? names(given.getFirst()) : Stream.empty();
    }

    private Stream<Proposal> ids() {
        return knowledge.userObjects().stream().map(each -> Proposal.whole(each.name(), each.type()));
    }

    /** Returns which properties a command is about: those that it sets, or those that it shows. */
    private static Predicate<PropertyFacts> wanted(CommandUsage command) {
        return command.parameters().contains("value") ? PropertyFacts::isWritable : PropertyFacts::isReadable;
    }

    private Stream<Proposal> properties(String path, Predicate<PropertyFacts> wanted) {
        return knowledge.ofObject(path).stream().filter(wanted).map(each -> Proposal.whole(each.name(), each.legal()));
    }

    private Stream<Proposal> values(List<String> before, String path, String property) {
        if (before.contains(JSON_FLAG)) {
            return Stream.empty();
        }
        return knowledge.ofObject(path).stream()
                .filter(each -> each.name().equals(property))
                .flatMap(each -> Stream.concat(each.words().stream(), paths.ofType(each.target())))
                .map(value -> Proposal.whole(value, ""));
    }
}
