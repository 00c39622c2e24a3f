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
    PROCESSORS(true, "smp"),
    BOOT(true, "boot"),
    KERNEL(true, "kernel"),
    APPEND(true, "append"),
    INITRD(true, "initrd"),
    DTB(true, "dtb"),
    BIOS(true, "bios"),
    USB(false, "usb"),
    NO_ACPI(false, "no-acpi"),
    NO_HPET(false, "no-hpet"),
    ACCEL(true, "accel"),
    ENABLE_KVM(false, "enable-kvm"),
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
    VGA(true, "vga"),
    VNC(true, "vnc"),
    SERIAL(true, "serial"),
    PARALLEL(true, "parallel"),
    NET(true, "net"),
    NIC(true, "nic"),
    CLOCK(true, "rtc"),
    MESSAGES(true, "msg"),
    OVERCOMMIT(true, "overcommit"),
    SANDBOX(true, "sandbox"),
    KEYBOARD(true, "k"),
    DATA_FOLDER(true, "L"),
    STOPPED(false, "S"),
    NODEFAULTS(false, "nodefaults"),
    NO_USER_CONFIG(false, "no-user-config"),
    NOGRAPHIC(false, "nographic"),
    NO_SHUTDOWN(false, "no-shutdown"),
    NO_REBOOT(false, "no-reboot"),
    ALLOW_REMOTE(false, "allow-remote"),
    /** A word without a dash. */
    DISK(true, "");

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
            if (each != DISK && (each.name.equals(name) || each.otherName.equals(name))) {
                return each;
            }
        }
        return null;
    }
}
