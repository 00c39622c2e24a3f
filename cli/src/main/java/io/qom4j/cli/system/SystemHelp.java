// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.MonitorVersion;
import java.util.List;

/** What {@code -version} and {@code -help} print. Stateless. */
final class SystemHelp {
    private SystemHelp() {}

    static List<String> version() {
        MonitorVersion version = MonitorVersion.STANDARD;
        // Tools look for the first four words.
        return List.of(
                "QEMU emulator version " + version.major() + "." + version.minor() + "." + version.micro() + " ("
                        + version.vendor() + ")",
                "This is not QEMU: it answers as that version does.");
    }

    static List<String> usage() {
        List<String> lines = List.of(
                "usage: qom system [options]",
                "",
                "Serves an object tree without a machine, with the options of qemu-system-*:",
                "",
                "-machine none[,memory-backend=ID][,PROPERTY=VALUE]...  (-machine none,help)",
                "-m SIZE[,maxmem=SIZE][,slots=N]  how much RAM the machine has, in MiB where no unit is given",
                "-smp, -boot, -kernel, -append, -initrd, -dtb, -bios, -usb  properties of the machine",
                "-object TYPE,id=ID,PROPERTY=VALUE,...  an object; also as JSON  (-object help, -object TYPE,help)",
                "-qmp unix:PATH,server=on,wait=off  serve QMP on a UNIX socket",
                "-qmp tcp:HOST:PORT,server=on,wait=off  or on a TCP port",
                "-qmp unix:PATH, -qmp tcp:HOST:PORT  or connect to one who listens there",
                "-qmp stdio             or on standard input and output",
                "-chardev socket|stdio|null,id=ID,...  a device for -mon",
                "-mon [chardev=]ID,mode=control|readline  a monitor on it",
                "-monitor unix:PATH,... tcp:HOST:PORT,... stdio  the monitor for people",
                "                       (server=on without wait=off waits for a client before all else)",
                "-allow-remote          let -qmp listen where other machines reach it",
                "-name [guest=]NAME, -uuid UUID  what query-name and query-uuid tell",
                "-readconfig FILE       options from a file",
                "-pidfile FILE          write the process's number there",
                "-S                     do not start the machine: QMP's cont does",
                "-msg timestamp=on,guest-name=on  put the time and the guest's name before messages",
                "-version, -help        print this and end",
                "",
                "Checked, and without effect: -nodefaults -display none -nographic -no-user-config -no-reboot",
                "-no-shutdown -accel NAME -enable-kvm -vga NAME -rtc ... -overcommit ... -sandbox ... -k NAME -L PATH",
                "-serial none|null -parallel none|null -net none -nic none -vnc none -monitor none");
        return lines;
    }
}
