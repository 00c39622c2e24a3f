// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options that may stand together in one argument or in one group of a configuration file.
 *
 * <p>Immutable. QEMU: softmmu/vl.c, QemuOptsList.
 *
 * @param title its name
 * @param implied the name of a first option that is a value alone, or null
 * @param isNamed whether it describes one thing among several, which has an id; otherwise all options of it on a command line are of
 *     one thing
 * @param members the options that are legal
 */
record OptionGroup(String title, @Nullable String implied, boolean isNamed, List<Member> members) {
    static final OptionGroup MEMORY = of("memory", "size", size("size"), size("maxmem"), number("slots"));
    static final OptionGroup NAME = of("name", "guest", text("guest"), text("process"), bool("debug-threads"));
    static final OptionGroup MONITOR =
            new OptionGroup("mon", "chardev", true, List.of(text("chardev"), text("mode"), bool("pretty")));
    static final OptionGroup CHARDEV = named(
            "chardev",
            "backend",
            text("backend"),
            text("path"),
            text("host"),
            text("port"),
            text("fd"),
            text("localaddr"),
            text("localport"),
            number("to"),
            bool("ipv4"),
            bool("ipv6"),
            bool("wait"),
            bool("server"),
            bool("delay"),
            bool("nodelay"),
            number("reconnect"),
            bool("telnet"),
            bool("tn3270"),
            text("tls-creds"),
            text("tls-authz"),
            bool("websocket"),
            number("width"),
            number("height"),
            number("cols"),
            number("rows"),
            bool("mux"),
            bool("signal"),
            text("name"),
            number("debug"),
            size("size"),
            text("chardev"),
            bool("append"),
            text("logfile"),
            bool("logappend"),
            bool("mouse"),
            bool("clipboard"),
            bool("tight"),
            bool("abstract"));
    static final OptionGroup CLOCK = of("rtc", null, text("base"), text("clock"), text("driftfix"));
    static final OptionGroup MESSAGES = named("msg", null, bool("timestamp"), bool("guest-name"));
    static final OptionGroup OVERCOMMIT = named("overcommit", null, bool("mem-lock"), bool("cpu-pm"));
    static final OptionGroup SANDBOX = named(
            "sandbox",
            "enable",
            bool("enable"),
            text("obsolete"),
            text("elevateprivileges"),
            text("spawn"),
            text("resourcecontrol"));
    static final OptionGroup PROCESSORS = of(
            "smp-opts",
            "cpus",
            number("cpus"),
            number("sockets"),
            number("dies"),
            number("clusters"),
            number("cores"),
            number("threads"),
            number("maxcpus"));
    static final OptionGroup BOOT = of(
            "boot-opts",
            "order",
            text("order"),
            text("once"),
            bool("menu"),
            text("splash"),
            number("splash-time"),
            number("reboot-timeout"),
            bool("strict"));

    private static OptionGroup named(String title, @Nullable String implied, Member... members) {
        return new OptionGroup(title, implied, true, List.of(members));
    }

    private static OptionGroup of(String title, @Nullable String implied, Member... members) {
        return new OptionGroup(title, implied, false, List.of(members));
    }

    /** What the value of an option is written as. */
    enum Form {
        TEXT("<str>"),
        BOOL("<bool (on/off)>"),
        NUMBER("<num>"),
        SIZE("<size>");

        private final String placeholder;

        Form(String placeholder) {
            this.placeholder = placeholder;
        }
    }

    /**
     * An option.
     *
     * @param name its name
     * @param form how its value is written
     */
    record Member(String name, Form form) {
        void check(String value, WarningSink warnings) {
            switch (form) {
                case TEXT -> {}
                case BOOL -> {
                    if (BooleanText.parse(value) == null) {
                        throw new ValueException("Parameter '" + name + "' expects 'on' or 'off'");
                    }
                }
                case NUMBER -> checkNumber(value);
                case SIZE -> SizeText.read(value, name, warnings);
            }
        }

        private void checkNumber(String value) {
            switch (IntegerText.uint64(value).outcome()) {
                case OK -> {}
                case OUT_OF_RANGE ->
                    throw new ValueException("Value '" + value + "' is too large for parameter '" + name + "'");
                case INVALID -> throw new ValueException("Parameter '" + name + "' expects a number");
            }
        }
    }

    private static Member text(String name) {
        return new Member(name, Form.TEXT);
    }

    private static Member bool(String name) {
        return new Member(name, Form.BOOL);
    }

    private static Member number(String name) {
        return new Member(name, Form.NUMBER);
    }

    private static Member size(String name) {
        return new Member(name, Form.SIZE);
    }

    /**
     * Reads an argument.
     *
     * @throws ValueException if an option is not legal, or its value is none
     * @throws HelpException if it asks for help before anything is wrong
     */
    Options read(String argument, WarningSink warnings) {
        checkId(OptionList.findId(argument));
        return new Options(OptionList.parse(argument, implied, warnings, option -> {
            if (option.isHelp() && option.value().equals("on")) {
                throw HelpException.instead(help());
            }
            check(option, warnings);
        }));
    }

    /**
     * Checks the options of a group in a file.
     *
     * @throws ValueException if one is not legal, or its value is none
     */
    Options of(OptionList list, WarningSink warnings) {
        checkId(list.id());
        list.options().forEach(option -> check(option, warnings));
        return new Options(list);
    }

    private void checkId(@Nullable String id) {
        if (id != null && !isNamed) {
            throw invalid("id");
        }
    }

    private void check(OptionList.Option option, WarningSink warnings) {
        members.stream()
                .filter(member -> member.name().equals(option.name()))
                .findFirst()
                .orElseThrow(() -> invalid(option.name()))
                .check(option.value(), warnings);
    }

    private static ValueException invalid(String name) {
        return new ValueException("Invalid parameter '" + name + "'");
    }

    /** Returns the options with what their values are, sorted. */
    List<String> help() {
        List<String> lines = new ArrayList<>();
        lines.add(title + " options:");
        members.stream()
                .map(member -> "  " + member.name() + "=" + member.form().placeholder)
                .sorted(Comparator.naturalOrder())
                .forEach(lines::add);
        return lines;
    }
}
