// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A source of character devices and monitors, right ones and wrong ones.
 *
 * <p>None waits for a client, speaks on standard streams or looks up a host, since both sides must end by themselves.
 *
 * @param choice what decides
 */
record DeviceArguments(Choice choice) {
    private static final List<String> WRONG = List.of(
            "foo=1", "foo", "", "=", "id=a", "nofoo", "path=x", "server=x", "wait=x", "type=null", "id=1x", "port=x");

    /** Returns the words of one option. */
    List<String> next() {
        return switch (choice.below(5)) {
            case 0, 1 -> List.of("-chardev", device());
            case 2, 3 -> List.of("-mon", monitor());
            default -> List.of(choice.of("-qmp", "-qmp-pretty", "-monitor"), address());
        };
    }

    private String device() {
        List<String> items = new ArrayList<>();
        String backend = choice.of("null", "null", "socket", "socket", "nope", "");
        items.add(choice.oneIn(8) ? "backend=" + backend : backend);
        if (!choice.oneIn(10)) {
            items.add("id=" + choice.of("c0", "c0", "c1", "1x", ""));
        }
        if (backend.equals("socket")) {
            items.addAll(socket());
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private List<String> socket() {
        List<String> items = new ArrayList<>();
        items.addAll(choice.of(
                List.of("path={workdir}/s"),
                List.of("path={workdir}/no/s"),
                List.of("path="),
                List.of("host=127.0.0.1", "port=0"),
                List.of("host=127.0.0.1", "port=1"),
                List.of("host=127.0.0.1"),
                List.of("port=0"),
                List.of()));
        // Without an address QEMU listens at nothing, which is a known difference.
        boolean hasAddress = items.stream().anyMatch(item -> item.startsWith("path") || item.startsWith("host"));
        if (hasAddress && choice.oneIn(2)) {
            items.addAll(List.of("server=on", "wait=off"));
        }
        items.addAll(choice.some(
                List.of("telnet=off", "nodelay=on", "ipv4=on", "abstract=off", "tls-creds=x", "reconnect=0"), 1));
        return items;
    }

    private String monitor() {
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(8)) {
            items.add(choice.of("", "chardev=") + choice.of("c0", "c0", "c0", "c1", "nope", ""));
        }
        if (choice.oneIn(2)) {
            items.add("mode=" + choice.of("control", "control", "readline", "x", ""));
        }
        if (choice.oneIn(3)) {
            items.add("pretty=" + choice.of(OptionArguments.SWITCHES));
        }
        if (choice.oneIn(4)) {
            items.add("id=" + choice.of("m0", "m1", "1x"));
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String address() {
        return choice.of(
                "null",
                "none",
                "nope",
                "",
                "unix:{workdir}/s",
                "unix:{workdir}/s,server=on,wait=off",
                "unix:{workdir}/no/s,server=on,wait=off",
                "unix:",
                "unix:{workdir}/s,foo=1",
                "unix:{workdir}/s,server=x",
                "tcp:127.0.0.1:0,server=on,wait=off",
                "tcp:127.0.0.1:1",
                "tcp:127.0.0.1",
                "tcp:127.0.0.1:x",
                "tcp:",
                "chardev:c0",
                "null,foo=1");
    }
}
