// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a character device, each of which is legal for any of them and of the right kind. Immutable. QEMU: chardev/char.c,
 * qemu_chardev_opts.
 *
 * @param list the options
 */
record CharOptions(OptionList list) {
    private static final Set<String> TEXTS = Set.of(
            "backend",
            "path",
            "host",
            "port",
            "fd",
            "localaddr",
            "localport",
            "tls-creds",
            "tls-authz",
            "name",
            "chardev",
            "logfile");
    private static final Set<String> SWITCHES = Set.of(
            "ipv4",
            "ipv6",
            "wait",
            "server",
            "delay",
            "nodelay",
            "telnet",
            "tn3270",
            "websocket",
            "mux",
            "signal",
            "append",
            "logappend",
            "mouse",
            "clipboard",
            "tight",
            "abstract");
    private static final Set<String> NUMBERS = Set.of("to", "reconnect", "width", "height", "cols", "rows", "debug");
    private static final String SIZE = "size";

    /**
     * Checks options, in order.
     *
     * @throws ValueException if one is not legal, or its value is not of its kind
     */
    static CharOptions of(OptionList list) {
        list.options().forEach(CharOptions::check);
        return new CharOptions(list);
    }

    private static void check(OptionList.Option option) {
        String name = option.name();
        if (SWITCHES.contains(name)) {
            new CharOptions(new OptionList(null, List.of(option))).isOn(name);
        } else if (NUMBERS.contains(name)) {
            number(name, option.value());
        } else if (name.equals(SIZE)) {
            SizeText.read(option.value(), name, WarningSink.IGNORE);
        } else if (!TEXTS.contains(name)) {
            throw new ValueException("Invalid parameter '" + name + "'");
        }
    }

    private static long number(String name, String value) {
        ParsedNumber number = IntegerText.uint64(value);
        return switch (number.outcome()) {
            case OK -> number.value();
            case OUT_OF_RANGE ->
                throw new ValueException("Value '" + value + "' is too large for parameter '" + name + "'");
            case INVALID -> throw new ValueException("Parameter '" + name + "' expects a number");
        };
    }

    /** Returns a value, or null where nothing is said. */
    @Nullable String find(String name) {
        return list.last(name);
    }

    /** Tells whether something is said. */
    boolean has(String name) {
        return find(name) != null;
    }

    /** Tells whether something is switched on. */
    boolean isOn(String name) {
        return isOn(name, false);
    }

    /** Tells whether something is switched on, or what it is where nothing is said. */
    boolean isOn(String name, boolean otherwise) {
        return new Options(list).bool(name, otherwise);
    }

    /** Returns what a switch is, or null where nothing is said. */
    @Nullable Boolean findSwitch(String name) {
        return has(name) ? Boolean.valueOf(isOn(name)) : null;
    }

    /** Returns a number, 64 bits, or what it is where nothing is said. */
    long number(String name, long otherwise) {
        String value = find(name);
        return value == null ? otherwise : number(name, value);
    }
}
