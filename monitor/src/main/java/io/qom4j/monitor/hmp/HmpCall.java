// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.core.help.QemuHints;
import io.qom4j.core.text.Warning;
import io.qom4j.monitor.Monitor;
import java.util.List;

/**
 * One call of a command of the human monitor: what was typed, and where the answer goes.
 *
 * <p>Confined to the thread that runs the command.
 */
public final class HmpCall {
    private final Monitor monitor;
    private final HmpTable commands;
    private final HmpArguments arguments;
    private final StringBuilder out;

    HmpCall(Monitor monitor, HmpTable commands, HmpArguments arguments, StringBuilder out) {
        this.monitor = monitor;
        this.commands = commands;
        this.arguments = arguments;
        this.out = out;
    }

    /** Returns the monitor. */
    public Monitor monitor() {
        return monitor;
    }

    /** Returns the runtime that the monitor shows. */
    public Qom qom() {
        return monitor.qom();
    }

    /** Returns all commands that there are. */
    public HmpTable commands() {
        return commands;
    }

    /** Returns what was typed. */
    public HmpArguments arguments() {
        return arguments;
    }

    /** Prints text whose lines end in a line feed. */
    public void print(String text) {
        out.append(text);
    }

    /** Prints a line. */
    public void line(String text) {
        out.append(text).append('\n');
    }

    /** Prints lines. */
    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Prints a warning. */
    void warn(Warning warning) {
        line("warning: " + warning.message());
        lines(warning.hints());
    }

    /** Prints a refusal, with those hints that QEMU gives too. */
    void refuse(QomException refusal) {
        line("Error: " + refusal.getMessage());
        lines(QemuHints.of(refusal));
    }
}
