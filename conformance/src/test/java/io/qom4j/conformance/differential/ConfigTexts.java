// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.List;

/**
 * A source of files for {@code -readconfig}, right ones and wrong ones.
 *
 * @param choice what decides
 */
record ConfigTexts(Choice choice) {
    private static final List<String> HEADERS = List.of(
            "[object \"a\"]",
            "[object \"b\"]",
            "[object]",
            "[machine]",
            "[memory]",
            "[name]",
            "[smp-opts]",
            "[boot-opts]",
            "[rtc]",
            "[msg]",
            "[overcommit]");
    private static final List<String> ODD_HEADERS = List.of(
            "[nope]",
            "[nope \"x\"]",
            "[object \"1x\"]",
            "[memory \"x\"]",
            "[name \"x\"]",
            "[machine \"x\"]",
            "[ object \"a\" ]",
            "[object \"a\"",
            "[object a]",
            "  [object \"a\"]",
            "[object  \"a\"] x",
            "[object \"a]");
    private static final List<String> ODD_LINES = List.of(
            "",
            "# c",
            " # c",
            "garbage",
            "a b c",
            "  ",
            "a=\"1\"",
            "a = 1",
            "a =\"1\"",
            "a= \"1\"",
            "a = \"\"",
            "a = \"1",
            "= \"1\"",
            "\t",
            "x = \"1\" y");

    String next() {
        StringBuilder text = new StringBuilder();
        if (choice.oneIn(20)) {
            line(text, choice.of(ODD_LINES));
        }
        for (int i = choice.below(3); i >= 0; i--) {
            group(text);
        }
        if (choice.oneIn(12) && !text.isEmpty()) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private void group(StringBuilder text) {
        String header = choice.oneIn(8) ? choice.of(ODD_HEADERS) : choice.of(HEADERS);
        line(text, header);
        if (header.contains("object")) {
            option(text, "qom-type", Values.type(choice));
            option(text, "size", choice.of("64k", "64k", "1M", "x", "0"));
        }
        for (int i = choice.below(3); i > 0; i--) {
            member(text, header);
        }
        if (choice.oneIn(12)) {
            line(text, choice.of(ODD_LINES));
        }
    }

    private void member(StringBuilder text, String header) {
        String name = choice.of(names(header));
        option(
                text,
                name,
                header.startsWith("[machine") ? OptionArguments.machineValue(choice, name) : choice.of(values(name)));
    }

    private static List<String> names(String header) {
        return switch (header) {
            case "[machine]", "[machine \"x\"]" -> OptionArguments.machineProperties();
            case "[memory]", "[memory \"x\"]" -> List.of("size", "size", "maxmem", "slots", "foo", "id");
            case "[name]", "[name \"x\"]" -> List.of("guest", "process", "debug-threads", "foo", "id");
            case "[smp-opts]" -> List.of("cpus", "cores", "sockets", "foo", "cpus.x");
            case "[boot-opts]" -> List.of("order", "menu", "once", "foo");
            case "[rtc]" -> List.of("base", "clock", "driftfix", "foo");
            case "[msg]" -> List.of("timestamp", "guest-name", "foo");
            case "[overcommit]" -> List.of("mem-lock", "cpu-pm", "foo");
            default ->
                List.of(
                        "share",
                        "merge",
                        "id",
                        "policy",
                        "host-nodes.0",
                        "host-nodes.1",
                        "host-nodes",
                        "a.b",
                        "a..b",
                        "foo",
                        "prealloc");
        };
    }

    private static List<String> values(String name) {
        return switch (name) {
            case "size", "maxmem" -> OptionArguments.SIZES;
            case "slots", "cpus", "cores", "sockets" -> List.of("1", "1", "2", "0", "x", "");
            case "guest", "process", "foo", "id" -> List.of("a", "b", "");
            case "base" -> List.of("utc", "localtime", "x");
            case "clock" -> List.of("host", "x");
            case "driftfix" -> List.of("slew", "x");
            case "order", "once" -> List.of("c", "zz");
            case "policy" -> List.of("bind", "default", "x");
            case "host-nodes.0", "host-nodes.1", "host-nodes" -> List.of("0", "1", "x", "");
            default -> OptionArguments.SWITCHES;
        };
    }

    private static void option(StringBuilder text, String name, String value) {
        line(text, "  " + name + " = \"" + value + "\"");
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
