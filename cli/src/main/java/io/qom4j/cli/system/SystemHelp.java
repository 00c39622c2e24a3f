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
        return """
                usage: qom system [options]

                Serves an object tree without a machine, with the options of qemu-system-*:

                -machine none[,memory-backend=ID][,PROPERTY=VALUE]...
                                        the empty machine; -machine none,help lists its properties
                -m SIZE[,maxmem=SIZE][,slots=N]
                                        how much RAM it has, in MiB where no unit is given
                -smp, -boot, -kernel, -append, -initrd, -dtb, -bios, -usb
                                        others of its properties
                -object TYPE,id=ID,PROPERTY=VALUE,...
                                        an object, also as JSON; -object help and -object TYPE,help list what there is

                -qmp unix:PATH,server=on,wait=off
                                        serves QMP on a UNIX socket
                -qmp tcp:HOST:PORT,server=on,wait=off
                                        on a TCP port; -allow-remote lets other machines reach it
                -qmp unix:PATH, -qmp tcp:HOST:PORT
                                        connects to one who listens there
                -qmp stdio              speaks on standard input and output
                -monitor unix:PATH,..., tcp:HOST:PORT,..., stdio
                                        the same for the monitor for people
                -chardev socket|stdio|null,id=ID,...
                                        a device for -mon
                -mon [chardev=]ID,mode=control|readline
                                        a monitor on it
                With server=on and without wait=off, a client is waited for before all else.

                -name [guest=]NAME, -uuid UUID
                                        what query-name and query-uuid tell
                -S                      does not start the machine: QMP's cont does
                -readconfig FILE        options from a file
                -pidfile FILE           writes the process's number there
                -msg timestamp=on,guest-name=on
                                        puts the time and the guest's name before messages
                -version, -help         print what they say, and end

                Checked, and without effect: -nodefaults, -display none, -nographic, -no-user-config,
                -no-reboot, -no-shutdown, -accel NAME, -enable-kvm, -vga NAME, -rtc ..., -overcommit ...,
                -sandbox ..., -k NAME, -L PATH, -serial none|null, -parallel none|null, -net none,
                -nic none, -vnc none, -monitor none.
                """.lines().toList();
    }
}
