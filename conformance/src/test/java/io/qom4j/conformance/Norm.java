// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form into which results are put before they are compared, because QEMU's own order or numbers are chance.
 *
 * <p>Recorded results are in this form but for the order. Stateless.
 */
public enum Norm {
    /** A list in any order. */
    SET,
    /** Types in any order, and only those that this project has too. */
    TYPES,
    /** Commands in any order, and only those that the cases use. */
    COMMAND_NAMES,
    /** The text of {@code info memdev}, backends in any order. */
    MEMDEV,
    /** The text of {@code info ramblock}. */
    RAMBLOCK,
    /** The text of {@code info mtree}, groups in any order, without their numbers. */
    MTREE,
    /** Lines without trailing blanks, and none that is empty. */
    LINES,
    /** Lines in any order. */
    LINES_IN_ANY_ORDER;

    private static final Pattern OUR_TYPES =
            Pattern.compile("memory-backend.*|object|container|user-creatable|memory-region");
    private static final Set<String> COMMANDS = Set.of(
            "qmp_capabilities",
            "object-add",
            "object-del",
            "qom-list",
            "qom-get",
            "qom-set",
            "qom-list-types",
            "qom-list-properties",
            "query-memdev",
            "human-monitor-command",
            "query-version");
    private static final Pattern BLOCK =
            Pattern.compile("\\s*(\\S*?)\\s+(\\d+) (B|KiB|MiB|GiB)\\s+0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+).*");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");

    /** Puts the result within a reply into this form. */
    public @Nullable Object of(@Nullable Object reply) {
        if (!(reply instanceof Map<?, ?> map) || !map.containsKey("return")) {
            return reply;
        }
        Map<String, @Nullable Object> normed = new LinkedHashMap<>(Json.object(reply));
        normed.put("return", form(normed.get("return")));
        return normed;
    }

    private @Nullable Object form(@Nullable Object value) {
        return switch (this) {
            case SET -> sorted(value);
            case TYPES -> sorted(named(value, Norm::isOurs));
            case COMMAND_NAMES -> sorted(named(value, COMMANDS::contains));
            case MEMDEV -> sorted(value instanceof String text ? memdev(text) : value);
            case RAMBLOCK -> value instanceof String text ? ramblock(text) : value;
            case MTREE -> sorted(value instanceof String text ? mtree(text) : value);
            case LINES -> value instanceof String text ? lines(text) : value;
            case LINES_IN_ANY_ORDER -> sorted(value instanceof String text ? lines(text) : value);
        };
    }

    static Norm named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static boolean isOurs(String type) {
        return OUR_TYPES.matcher(type).matches();
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().sorted(Comparator.comparing(Norm::key)).toList()
                : value;
    }

    /** Returns a text that is the same whatever the order of members. */
    private static String key(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> new TreeMap<>(map).toString();
            case null -> "null";
            default -> value.toString();
        };
    }

    private static @Nullable Object named(@Nullable Object value, Predicate<String> wanted) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(each -> each instanceof Map<?, ?> map && wanted.test(String.valueOf(map.get("name"))))
                        .toList()
                : value;
    }

    private static Stream<String> split(String text) {
        return Stream.of(text.replace("\r", "").split("\n", -1));
    }

    private static List<String> lines(String text) {
        return split(text)
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Map<String, String>> memdev(String text) {
        List<Map<String, String>> backends = new ArrayList<>();
        for (String line : lines(text)) {
            if (line.startsWith("memory backend: ")) {
                backends.add(new LinkedHashMap<>(Map.of("id", line.substring(16))));
            } else if (!backends.isEmpty()) {
                int colon = line.indexOf(':');
                backends.getLast()
                        .put(
                                line.substring(0, colon).strip(),
                                line.substring(colon + 1).strip());
            }
        }
        return backends;
    }

    /** Returns name, page size, offset, used and total length of each block. */
    private static List<List<Object>> ramblock(String text) {
        List<List<Object>> blocks = new ArrayList<>();
        for (String line : lines(text).stream().skip(1).toList()) {
            Matcher block = BLOCK.matcher(line);
            if (block.matches()) {
                long page = Long.parseLong(block.group(2)) << (10 * UNITS.indexOf(block.group(3)));
                blocks.add(
                        List.of(block.group(1), page, hex(block.group(4)), hex(block.group(5)), hex(block.group(6))));
            } else {
                blocks.add(List.of("?", line));
            }
        }
        return blocks;
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    private static List<List<String>> mtree(String text) {
        List<List<String>> groups = new ArrayList<>();
        for (String group : text.replace("\r", "").split("\n\n", -1)) {
            if (!group.isBlank()) {
                groups.add(lines(group).stream()
                        .map(line -> line.replaceFirst("^FlatView #\\d+", "FlatView"))
                        .toList());
            }
        }
        return groups;
    }
}
