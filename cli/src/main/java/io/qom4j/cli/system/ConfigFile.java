// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.keyval.OptionList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * <p>Immutable once read. QEMU: util/qemu-config.c, qemu_config_foreach.
 *
 * @param groups the groups in the order of the file
 */
record ConfigFile(List<Group> groups) {
    private static final Pattern NAMED = Pattern.compile("\\[(\\S{1,63})\\s+\"([^\"]{1,63})\".*");
    private static final Pattern UNNAMED = Pattern.compile("\\[([^\\]]{1,63})\\].*");
    private static final Pattern VALUE = Pattern.compile("\\s*(\\S{1,63})\\s+=\\s+\"([^\"]{0,1023})\".*");
    private static final Pattern WORD = Pattern.compile("\\s*(\\S{1,63}).*");

    /**
     * A group.
     *
     * @param name what it is about, such as {@code object}
     * @param id its name, or null
     * @param options what it says
     * @param place its last line
     */
    record Group(String name, @Nullable String id, List<OptionList.Option> options, Place place) {
        private Group with(OptionList.Option option, Place at) {
            List<OptionList.Option> more = new ArrayList<>(options);
            more.add(option);
            return new Group(name, id, more, at);
        }

        OptionList list() {
            return new OptionList(id, options);
        }
    }

    /**
     * Reads a file.
     *
     * @throws StartException if it cannot be read, or has a line that is neither
     */
    static ConfigFile read(String file, Place option) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            throw option.refusal("Could not open '" + file + "': No such file or directory");
        } catch (IOException e) {
            throw option.refusal("Could not open '" + file + "': " + e.getMessage());
        }
        ConfigFile read = new ConfigFile(new ArrayList<>());
        for (int i = 0; i < lines.size(); i++) {
            read.take(lines.get(i), Place.line(file, i + 1));
        }
        return read;
    }

    private void take(String line, Place place) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        Matcher header = header(line);
        if (header != null) {
            String id = header.groupCount() == 2 ? header.group(2) : null;
            groups.add(new Group(header.group(1), id, List.of(), place));
            return;
        }
        OptionList.Option option = option(line);
        if (option == null) {
            throw place.refusal("parse error");
        }
        if (groups.isEmpty()) {
            throw place.refusal("no group defined");
        }
        groups.add(groups.removeLast().with(option, place));
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
