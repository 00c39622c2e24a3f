// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A source of options other than {@code -object} with their arguments, right ones and wrong ones.
 *
 * <p>What a QEMU of another build answers otherwise, such as help about things that are not here, is left out.
 *
 * @param choice what decides
 */
record OptionArguments(Choice choice) {
    static final int KINDS = 20;

    static final List<String> SIZES = List.of(
            "1M",
            "1",
            "2M",
            "512k",
            "4097b",
            "0",
            "1.5M",
            "1.5",
            "3m",
            "0x10",
            "0x10M",
            "0x4000b",
            "x",
            "",
            "-1",
            "+1M",
            " 1M",
            "1M ",
            "1e3",
            "16E",
            "15E",
            "1E",
            "9999999999999999999",
            "18446744073709551615b",
            "17592186044416",
            "8k",
            "1kk");
    static final List<String> COUNTS =
            List.of("0", "1", "2", "3", "-1", "x", "", "0x2", "010", "99999999999999999999", "1.5");
    static final List<String> SWITCHES = List.of("on", "off", "yes", "no", "true", "n", "x", "", "ON", "1");
    private static final List<String> WRONG = List.of(
            "foo=1",
            "foo",
            "",
            "=",
            "=x",
            "id=a",
            "a.b=1",
            "nofoo",
            "1x=1",
            "a_b=1",
            "type=none",
            "x,,y",
            ".=1",
            "a..b=1");
    private static final List<String> MACHINE = List.of(
            "memory.size",
            "memory.max-size",
            "memory.slots",
            "memory.foo",
            "memory",
            "memory.size.x",
            "memory.0",
            "kernel",
            "append",
            "initrd",
            "dtb",
            "firmware",
            "dumpdtb",
            "dt-compatible",
            "phandle-start",
            "graphics",
            "usb",
            "mem-merge",
            "dump-guest-core",
            "suppress-vmdesc",
            "smp.cpus",
            "smp.cores",
            "smp.foo",
            "smp",
            "boot.order",
            "boot.menu",
            "boot.once",
            "boot.splash-time",
            "boot.strict",
            "boot",
            "memory-backend",
            "memory-backend.x",
            "accel",
            "accel.x",
            "kernel-irqchip",
            "kvm-shadow-mem",
            "igd-passthru",
            "mem_merge",
            "dump_guest_core",
            "memory_backend",
            "hpet",
            "acpi",
            "vmport",
            "nvdimm",
            "type.x",
            "id",
            "memory-encryption",
            "confidential-guest-support");

    /** Returns the words of one option, of one of {@link #KINDS} kinds. */
    List<String> next(int kind) {
        return switch (kind) {
            case 0, 1, 2 -> List.of(choice.of("-machine", "-machine", "-M"), machine());
            case 3, 4, 5 -> List.of("-m", memory());
            case 6 -> List.of("-smp", processors());
            case 7 -> List.of("-boot", boot());
            case 8 -> List.of("-accel", accelerator());
            case 9 -> List.of("-name", name());
            case 10 -> List.of("-uuid", uuid());
            case 11 -> List.of("-display", display());
            case 12 -> List.of("-rtc", clock());
            case 13 -> List.of("-msg", switches("timestamp", "guest-name"));
            case 14 -> List.of("-overcommit", switches("mem-lock", "cpu-pm"));
            case 15 ->
                List.of(
                        "-sandbox",
                        choice.of("off", "off,spawn=x", "off,foo=1", "", "nope", "on,spawn=x", "id=a", "enable=off"));
            case 16 -> device();
            case 17 ->
                List.of(choice.of("-kernel", "-append", "-initrd", "-dtb", "-bios"), choice.of("x", "", "a,b=c", "y"));
            case 18 -> List.of("-pidfile", "{workdir}/" + choice.of("pid", "pid2", "no/pid", "", "conf/pid"));
            default ->
                List.of("-readconfig", "{workdir}/" + choice.of("conf", "conf", "conf", "conf", "no", "", "conf/x"));
        };
    }

    private String machine() {
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(3)) {
            items.add(choice.of("none", "none", "none", "type=none", "nope", "", "none-machine", "type="));
        }
        for (String property : choice.some(MACHINE, 3)) {
            items.add(property + "=" + machineValue(choice, property));
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    static String machineValue(Choice choice, String property) {
        return switch (property) {
            case "memory.size", "memory.max-size" -> choice.of(SIZES).replace(",", ",,");
            case "memory.slots", "phandle-start", "smp.cpus", "smp.cores", "boot.splash-time" -> choice.of(COUNTS);
            case "graphics",
                    "usb",
                    "mem-merge",
                    "dump-guest-core",
                    "suppress-vmdesc",
                    "boot.menu",
                    "boot.strict",
                    "mem_merge",
                    "dump_guest_core" -> choice.of(SWITCHES);
            case "boot.order", "boot.once" -> choice.of("c", "d", "", "zz", "aa", "cdn");
            case "memory-backend", "memory_backend" -> choice.of("a", "b", "m0", "nope", "", "/objects/a", "ram");
            case "accel" -> choice.of("tcg", "tcg:tcg", "nope", "nope:tcg", "", "tcg:nope", ":", "tcg:", "help");
            default -> choice.of("x", "1", "", "on");
        };
    }

    static List<String> machineProperties() {
        return MACHINE;
    }

    private String memory() {
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(6)) {
            items.add(choice.of("", "", "size=") + choice.of(SIZES));
        }
        if (choice.oneIn(2)) {
            items.add("maxmem=" + choice.of(SIZES));
        }
        if (choice.oneIn(3)) {
            items.add("slots=" + choice.of(COUNTS));
        }
        if (choice.oneIn(15)) {
            items.add(choice.of("help", "?", "size", "noslots", "size=2M", "help=1"));
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String processors() {
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(4)) {
            items.add(choice.of("1", "1", "cpus=1", "2", "0", "x", "-1", ""));
        }
        for (String name : choice.some(List.of("cores", "sockets", "threads", "dies", "clusters", "maxcpus"), 2)) {
            items.add(name + "=" + choice.of("1", "1", "1", "2", "0", "x"));
        }
        if (choice.oneIn(20)) {
            items.add("help");
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String boot() {
        List<String> items = new ArrayList<>();
        items.add(choice.of("c", "order=c", "order=d", "", "zz", "menu", "aa"));
        for (String name :
                choice.some(List.of("once", "menu", "splash", "splash-time", "reboot-timeout", "strict"), 2)) {
            items.add(name + "=" + choice.of("on", "off", "1", "x", "c"));
        }
        if (choice.oneIn(20)) {
            items.add("help");
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String accelerator() {
        List<String> items = new ArrayList<>();
        items.add(choice.of("tcg", "tcg", "accel=tcg", "nope", "foo=1", "help", "?", "", "qtest"));
        for (String name : choice.some(List.of("thread", "tb-size", "split-wx", "foo"), 2)) {
            items.add(name + "=" + choice.of("single", "multi", "off", "10", "x", "-1", ""));
        }
        return CommandLines.joined(choice, items.stream(), List.of("foo=1", "foo", "help", "=", "thread"));
    }

    private String name() {
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(4)) {
            items.add(choice.of("a", "b", "", "guest=a", "help", "a,,b", "ä"));
        }
        for (String member : choice.some(List.of("process=p", "process=", "guest=c", "debug-threads"), 2)) {
            items.add(member.equals("debug-threads") ? member + "=" + choice.of(SWITCHES) : member);
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String uuid() {
        return choice.of(
                "00000000-0000-0000-0000-000000000001",
                "AAAAAAAA-bbbb-cccc-dddd-EEEEEEEEEEEE",
                "x",
                "",
                "00000000000000000000000000000001",
                "0000000g-0000-0000-0000-000000000001",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-0000000000011",
                "00000000-0000-0000-0000 -00000000001");
    }

    private String display() {
        if (choice.oneIn(5)) {
            return choice.of(
                    "{",
                    "{}",
                    "{'type':'none'}",
                    "{\"type\":\"none\",\"gl\":\"off\"}",
                    "{'type':'nope'}",
                    "{'type':1}",
                    "{'foo':1}");
        }
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(8)) {
            items.add(choice.of("none", "none", "type=none", "nope", ""));
        }
        for (String name : choice.some(List.of("gl", "full-screen", "window-close", "show-cursor"), 2)) {
            items.add(name + "=" + (name.equals("gl") ? choice.of("off", "on", "es", "x") : choice.of(SWITCHES)));
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String clock() {
        List<String> items = new ArrayList<>();
        if (!choice.oneIn(3)) {
            items.add("base="
                    + choice.of(
                            "utc",
                            "localtime",
                            "nope",
                            "2000-01-01",
                            "2000-01-01T00:00:00",
                            "2000-01-01T00",
                            "2000-01",
                            ""));
        }
        if (choice.oneIn(2)) {
            items.add("clock=" + choice.of("host", "vm", "rt", "nope", ""));
        }
        if (choice.oneIn(3)) {
            items.add("driftfix=" + choice.of("slew", "none", "nope", ""));
        }
        if (choice.oneIn(20)) {
            items.add("help");
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private String switches(String... names) {
        List<String> items = new ArrayList<>();
        for (String name : choice.some(List.of(names), 2)) {
            items.add(choice.oneIn(6) ? choice.of("", "no") + name : name + "=" + choice.of(SWITCHES));
        }
        return CommandLines.joined(choice, items.stream(), WRONG);
    }

    private List<String> device() {
        return switch (choice.below(5)) {
            case 0 -> List.of("-vga", choice.of("none", "std", "virtio", "nope", "", "none,foo"));
            case 1 -> List.of(choice.of("-serial", "-parallel"), choice.of("none", "null"));
            case 2 -> List.of(choice.of("-net", "-nic", "-vnc"), "none");
            case 3 -> List.of("-monitor", "none");
            default -> List.of(choice.of("-k", "-L"), "en-us");
        };
    }
}
