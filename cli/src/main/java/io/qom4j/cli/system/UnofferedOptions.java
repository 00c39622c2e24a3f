// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.util.Set;

/**
 * The options that QEMU 7.2 has and {@code qom system} has not: about devices, disks, networks, processors and the process.
 *
 * <p>All methods are pure. QEMU: qemu-options.hx.
 */
final class UnofferedOptions {
    private static final Set<String> NAMES = Set.of(
            "D",
            "acpitable",
            "action",
            "add-fd",
            "alt-grab",
            "async-teardown",
            "audio",
            "audio-help",
            "audiodev",
            "blockdev",
            "cdrom",
            "chroot",
            "compat",
            "cpu",
            "ctrl-grab",
            "curses",
            "d",
            "daemonize",
            "debugcon",
            "device",
            "dfilter",
            "drive",
            "dump-vmstate",
            "echr",
            "enable-sync-profile",
            "fda",
            "fdb",
            "fsdev",
            "full-screen",
            "fw_cfg",
            "g",
            "gdb",
            "global",
            "hda",
            "hdb",
            "hdc",
            "hdd",
            "icount",
            "incoming",
            "iscsi",
            "loadvm",
            "mem-path",
            "mem-prealloc",
            "mtdblock",
            "netdev",
            "no-fd-bootchk",
            "numa",
            "only-migratable",
            "option-rom",
            "pflash",
            "plugin",
            "portrait",
            "preconfig",
            "prom-env",
            "qtest",
            "qtest-log",
            "rotate",
            "runas",
            "s",
            "sd",
            "sdl",
            "seed",
            "semihosting",
            "semihosting-config",
            "set",
            "singlestep",
            "smbios",
            "snapshot",
            "spice",
            "tb-size",
            "tpmdev",
            "trace",
            "usbdevice",
            "virtfs",
            "watchdog",
            "watchdog-action",
            "win2k-hack",
            "writeconfig",
            "xen-attach",
            "xen-domid",
            "xen-domid-restrict");

    private UnofferedOptions() {}

    /** Tells whether QEMU has an option of this name, without its dashes, and this program has not. */
    static boolean has(String name) {
        return NAMES.contains(name);
    }
}
