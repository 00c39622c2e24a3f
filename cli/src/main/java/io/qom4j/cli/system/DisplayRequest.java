// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.keyval.Keyval;
import io.qom4j.core.keyval.KeyvalInputVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What {@code -display} asks for: only the display that shows nothing can be had.
 *
 * <p>Immutable. QEMU: softmmu/vl.c, parse_display; qapi/ui.json, DisplayOptions.
 *
 * @param members what was said, by name
 */
record DisplayRequest(Map<String, Object> members) {
    private static final String TYPE = "type";
    private static final String NONE = "none";
    private static final List<String> TYPES =
            List.of("default", NONE, "gtk", "sdl", "egl-headless", "curses", "spice-app", "dbus");
    private static final StructType OPTIONS = new StructType(
            "DisplayOptions",
            List.of(
                    new StructType.Member(TYPE, ValueType.words("DisplayType", TYPES), false),
                    new StructType.Member("full-screen", ValueType.bool(), true),
                    new StructType.Member("window-close", ValueType.bool(), true),
                    new StructType.Member("show-cursor", ValueType.bool(), true),
                    new StructType.Member(
                            "gl", ValueType.words("DisplayGLMode", List.of("off", "on", "core", "es")), true)));

    /**
     * Reads an argument: options, or JSON if it begins with a brace.
     *
     * @throws HelpException if it asks which displays there are
     * @throws QomException if it is wrong
     */
    @SuppressWarnings("unchecked") // what a struct reads
    static DisplayRequest read(String argument, WarningSink warnings) {
        if (argument.equals("help") || argument.equals("?")) {
            throw HelpException.of(List.of("Available display backend types:", NONE));
        }
        return new DisplayRequest((Map<String, Object>) OPTIONS.read(visitor(argument, warnings), null));
    }

    private static InputVisitor visitor(String argument, WarningSink warnings) {
        return argument.startsWith("{")
                ? JsonInputVisitor.qmp(QemuJsonParser.parse(argument), JsonDocument.ROOT, Negatives.WRAP_LIKE_QEMU)
                : new KeyvalInputVisitor(Keyval.parseWithoutHelp(argument, TYPE), warnings);
    }

    /**
     * Checks that it can be had.
     *
     * @param remarks is told what has no effect
     * @throws QomException if it cannot
     */
    void check(Consumer<String> remarks) {
        if (members.containsKey("window-close")) {
            remarks.accept("window-close is only valid for GTK and SDL, ignoring option");
        }
        if (!NONE.equals(members.get(TYPE))) {
            throw new QomException("Display '" + members.get(TYPE) + "' is not available.");
        }
        if (!"off".equals(members.getOrDefault("gl", "off"))) {
            throw new QomException("OpenGL is not supported by the display");
        }
    }
}
