// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in which this project is meant to differ from QEMU 7.2; the table of them in the README comes from here.
 *
 * <p>Immutable.
 */
public enum KnownDifference {
    INFINITE_NUMBERS("a JSON number beyond the range of a double", "refused", "printed as `inf`, which is no JSON") {
        @Override
        boolean explains(List<@Nullable Object> ours, List<@Nullable Object> qemus) {
            return ours.toString().contains("is out of range");
        }
    },
    INFINITE_SIZES("a size with an exponent beyond that range", "refused", "`9.9e999k` is 9"),
    CRASHES(
            "a request that crashes QEMU, such as a size that overflows when it is rounded up to pages",
            "answered, most often with an error",
            "ends") {
        @Override
        boolean explains(List<@Nullable Object> ours, List<@Nullable Object> qemus) {
            return Peer.tellOfACrash(qemus);
        }
    },
    UNEXPECTED_MEMBERS(
            "which of several unexpected members of one object is named, where there are eight members or more",
            "may be another",
            "depends on how its hash table shrinks") {
        @Override
        boolean explains(List<@Nullable Object> ours, List<@Nullable Object> qemus) {
            return withoutUnexpected(ours).equals(withoutUnexpected(qemus));
        }
    },
    ORDER_OF_LISTS("the order of lists", "that of declaration and of creation", "that of a hash table"),
    OBJECTS_FOLDER("`/objects`", "is there from the first object on", "is there once a command has looked for it"),
    CHARACTER_DEVICES(
            "character devices",
            "have names and states of this project's own, and `query-yank` lists none",
            "are listed by `query-yank`") {
        @Override
        boolean explains(List<@Nullable Object> ours, List<@Nullable Object> qemus) {
            return Objects.equals(withoutCharacterDevices(ours), withoutCharacterDevices(qemus));
        }
    },
    DEVICES("types, commands and options of devices, processors, disks and networks", "are not there", "are there"),
    SOCKETS(
            "telnet, WebSocket and TLS on sockets, UNIX sockets without a file, `fd=`, `logfile=`, a device of several monitors",
            "are refused by name",
            "are there"),
    FILES_AT_SOCKETS("a file that is no socket, at the path of one", "stays, and the start is refused", "is deleted"),
    COMPLETION(
            "Tab in the human monitor over a socket or `stdio`",
            "does nothing; `qom shell` completes",
            "completes what is typed"),
    OWN_COMMANDS("commands of this project's own", "begin with `x-`, and stand in `query-commands`", "are not there"),
    HELP_TEXTS("help texts", "are this project's own words", "are QEMU's");

    private static final Pattern UNEXPECTED = Pattern.compile("(Parameter|Invalid parameter) '[^']*'( is unexpected)?");
    private static final Pattern DEVICES_IN_TREE =
            Pattern.compile("(?m)^ */chardevs \\(container\\)\\r?\\n( */\\S+ \\(chardev-\\w+\\)\\r?\\n)*");
    private static final String DEVICES_IN_LIST = "chardevs (child<container>)";

    private final String what;
    private final String here;
    private final String there;

    KnownDifference(String what, String here, String there) {
        this.what = what;
        this.here = here;
        this.there = there;
    }

    /** Returns the README's table. */
    public static String table() {
        return Stream.of(values())
                .map(KnownDifference::row)
                .collect(Collectors.joining("\n", "| what | here | QEMU 7.2 |\n|---|---|---|\n", "\n"));
    }

    /** Returns the row of this difference in the README's table. */
    public String row() {
        return "| " + what + " | " + here + " | " + there + " |";
    }

    /** Tells whether two answers to the same request differ in nothing else. */
    boolean explains(List<@Nullable Object> ours, List<@Nullable Object> qemus) {
        return false;
    }

    /** Tells whether two answers to the same request are equal, or it is known why they are not. */
    static boolean isAgreement(List<@Nullable Object> ours, List<@Nullable Object> qemus) {
        return ours.equals(qemus) || Stream.of(values()).anyMatch(each -> each.explains(ours, qemus));
    }

    /** Returns answers as text in which no unexpected member has a name. */
    private static String withoutUnexpected(List<@Nullable Object> answers) {
        return UNEXPECTED.matcher(answers.toString()).replaceAll("Parameter is unexpected");
    }

    private static @Nullable Object withoutCharacterDevices(@Nullable Object value) {
        return switch (value) {
            case String text -> DEVICES_IN_TREE.matcher(text).replaceAll("");
            case List<?> list ->
                list.stream()
                        .filter(each -> !isCharacterDevice(each))
                        .map(KnownDifference::withoutCharacterDevices)
                        .toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> rest = new LinkedHashMap<>();
                map.forEach((name, member) -> rest.put((String) name, withoutCharacterDevices(member)));
                yield rest;
            }
            case null -> null;
            default -> value;
        };
    }

    private static boolean isCharacterDevice(@Nullable Object entry) {
        return entry instanceof Map<?, ?> map
                ? "chardevs".equals(map.get("name")) || "chardev".equals(map.get("type"))
                : DEVICES_IN_LIST.equals(entry);
    }
}
