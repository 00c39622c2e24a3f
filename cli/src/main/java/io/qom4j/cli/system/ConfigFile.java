// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.visit.DictionaryOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of option groups, as {@code -readconfig} reads it.
 *
 * <pre>
 * # a comment
 * [object "m0"]
 *   qom-type = "memory-backend-ram"
 *   size = "1M"
 * </pre>
 *
 * <p>Confined to one thread. QEMU: util/qemu-config.c, qemu_config_foreach.
 */
final class ConfigFile {
    // As C reads them: a word ends at white space alone, and nobody looks at what follows a value.
    private static final Pattern NAMED = pattern("\\[\\s*(\\S{1,63}+)\\s*\"([^\"]{1,63}+)");
    private static final Pattern UNNAMED = pattern("\\[([^\\]]{1,63})\\]");
    private static final Pattern VALUE = pattern("\\s*(\\S{1,63}+)\\s*=\\s*\"([^\"]{1,1023}+)");
    private static final Pattern WORD = pattern("\\s*(\\S{1,63}+)");

    private static Pattern pattern(String start) {
        return Pattern.compile(start + ".*", Pattern.DOTALL);
    }

    /**
     * A group.
     *
     * @param name what it is about, such as {@code object}
     * @param id its name, or null
     * @param options what it says
     * @param place its last line; where it is empty, that of the group before
     * @param isLast whether the file ends with it
     */
    record Group(String name, @Nullable String id, List<OptionList.Option> options, Place place, boolean isLast) {
        private Group with(OptionList.Option option, Place at) {
            List<OptionList.Option> more = new ArrayList<>(options);
            more.add(option);
            return new Group(name, id, more, at, false);
        }

        private Group last() {
            return new Group(name, id, options, place, true);
        }

        /** Returns the failure to start for which a refusal of it is the reason; QEMU loses the hints at the end of a file. */
        StartException refusal(QomException reason) {
            return isLast ? place.refusal(String.valueOf(reason.getMessage())) : place.refusal(reason);
        }

        /** Returns what it says as QEMU keeps it: each name once, with its last value, in the order of a dictionary; {@code id} is its name. */
        OptionList list() {
            Map<String, OptionList.Option> each = new LinkedHashMap<>();
            options.forEach(option -> each.put(option.name(), option));
            OptionList.Option lastId = each.remove("id");
            return new OptionList(
                    lastId == null ? id : lastId.value(),
                    DictionaryOrder.of(List.copyOf(each.keySet())).stream()
                            .map(each::get)
                            .toList());
        }

        /**
         * Returns what it says as a tree of strings, with its name as the id.
         *
         * @throws ValueException if its names do not make one
         */
        JsonDocument tree() {
            Map<String, Object> members = new LinkedHashMap<>();
            if (id != null) {
                members.put("id", id);
            }
            options.forEach(option -> members.put(option.name(), option.value()));
            if (DottedNames.nested(members) instanceof Map<?, ?> tree) {
                return JsonDocument.of(tree);
            }
            throw new ValueException("Lists cannot be at top level of a configuration section");
        }
    }

    private final Consumer<Group> groups;
    private @Nullable Group open;
    /** The last line that said something within a group, which is where QEMU believes an empty group to be. */
    private Place latest = Place.NOWHERE;

    private ConfigFile(Consumer<Group> groups) {
        this.groups = groups;
    }

    /**
     * Reads a file; each group is taken before the next is read.
     *
     * @throws StartException if it cannot be read, or has a line that is neither
     */
    static void read(String file, Place option, Consumer<Group> groups) {
        ConfigFile reader = new ConfigFile(groups);
        String[] lines = text(file, option).split("(?<=\n)", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.take(lines[i], Place.line(file, i + 1));
        }
        if (reader.open != null) {
            groups.accept(reader.open.last());
        }
    }

    private static String text(String file, Place option) {
        try (InputStream in = open(file, option)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw option.refusal("Cannot read config file: " + FileFailure.reason(e));
        }
    }

    private static InputStream open(String file, Place option) {
        try {
            if (file.isEmpty()) {
                throw new NoSuchFileException(file);
            }
            return Files.newInputStream(Path.of(file));
        } catch (IOException e) {
            throw option.refusal("Could not open '" + file + "': " + FileFailure.reason(e));
        }
    }

    private void take(String line, Place place) {
        if (line.isEmpty() || line.startsWith("\n") || line.startsWith("#")) {
            return;
        }
        Matcher header = header(line);
        if (header != null) {
            if (open != null) {
                groups.accept(open);
            }
            String id = header.groupCount() == 2 ? header.group(2) : null;
            open = new Group(header.group(1), id, List.of(), latest, false);
            return;
        }
        latest = place;
        OptionList.Option option = option(line);
        if (option == null) {
            throw place.refusal("parse error");
        }
        if (open == null) {
            throw place.refusal("no group defined");
        }
        open = open.with(option, place);
    }

    private static @Nullable Matcher header(String line) {
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return named;
        }
        Matcher unnamed = UNNAMED.matcher(line);
        return unnamed.matches() ? unnamed : null;
    }

    private static OptionList.@Nullable Option option(String line) {
        Matcher value = VALUE.matcher(line);
        if (value.matches()) {
            return new OptionList.Option(value.group(1), value.group(2));
        }
        // As in QEMU a word alone is an option with an empty value.
        Matcher word = WORD.matcher(line);
        return word.matches() ? new OptionList.Option(word.group(1), "") : null;
    }
}
