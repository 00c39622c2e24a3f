// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option that {@code qom system} knows. QEMU: qemu-options.hx. */
enum SystemOption {
    HELP(false, "help", "h"),
    VERSION(false, "version"),
    MACHINE(true, "machine", "M"),
    MEMORY(true, "m"),
    NAME(true, "name"),
    UUID(true, "uuid"),
    OBJECT(true, "object"),
    QMP(true, "qmp"),
    QMP_PRETTY(true, "qmp-pretty"),
    MONITOR(true, "monitor"),
    MON(true, "mon"),
    CHARDEV(true, "chardev"),
    READCONFIG(true, "readconfig"),
    PIDFILE(true, "pidfile"),
    DISPLAY(true, "display"),
    ACCEL(true, "accel"),
    SERIAL(true, "serial"),
    PARALLEL(true, "parallel"),
    STOPPED(false, "S"),
    NODEFAULTS(false, "nodefaults"),
    NO_USER_CONFIG(false, "no-user-config"),
    NOGRAPHIC(false, "nographic"),
    NO_SHUTDOWN(false, "no-shutdown"),
    NO_REBOOT(false, "no-reboot"),
    ALLOW_REMOTE(false, "allow-remote");

    private static final List<SystemOption> ALL = List.of(values());

    private final boolean takesArgument;
    private final String name;
    private final String otherName;

    SystemOption(boolean takesArgument, String name) {
        this(takesArgument, name, name);
    }

    SystemOption(boolean takesArgument, String name, String otherName) {
        this.takesArgument = takesArgument;
        this.name = name;
        this.otherName = otherName;
    }

    boolean takesArgument() {
        return takesArgument;
    }

    /** Returns the option of this name, without its dashes, or null. */
    static @Nullable SystemOption named(String name) {
        for (SystemOption each : ALL) {
            if (each.name.equals(name) || each.otherName.equals(name)) {
                return each;
            }
        }
        return null;
    }
}
