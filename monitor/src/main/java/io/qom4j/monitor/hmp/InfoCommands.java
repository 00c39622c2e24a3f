// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.backends.MemdevInfo;
import io.qom4j.core.QomObject;
import io.qom4j.exec.mtree.MtreePrinter;
import io.qom4j.exec.ram.RamBlockTable;
import io.qom4j.exec.ram.RamList;
import io.qom4j.monitor.MonitorVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The command {@code info} and what can be asked with it. Stateless. QEMU: hmp-commands-info.hx. */
final class InfoCommands {
    static final HmpCommand INFO = HmpCommand.named("info")
            .takes(HmpParameter.optionalWord("item"))
            .usage("[subcommand]")
            .help("show various information about the system state")
            .subCommands(new HmpTable(List.of(
                    HmpCommand.named("memory_size_summary")
                            .help("show how much memory the guest has, in bytes")
                            .does(InfoCommands::memorySize),
                    HmpCommand.named("status")
                            .help("show whether the guest runs")
                            .does(InfoCommands::status),
                    HmpCommand.named("uuid").help("show the guest's UUID").does(InfoCommands::uuid),
                    HmpCommand.named("memdev").help("show memory backends").does(InfoCommands::memdev),
                    HmpCommand.named("mtree")
                            .takes(
                                    HmpParameter.flag('f'),
                                    HmpParameter.flag('d'),
                                    HmpParameter.flag('o'),
                                    HmpParameter.flag('D'))
                            .usage("[-f][-d][-o][-D]")
                            .help("show the memory map (-f: as flat views; -d: with the dispatch tree, with -f;"
                                    + " -o: with owners; -D: with disabled regions)")
                            .does(InfoCommands::mtree),
                    HmpCommand.named("name").help("show the guest's name").does(InfoCommands::name),
                    HmpCommand.named("qom-tree")
                            .takes(HmpParameter.optionalWord("path"))
                            .usage("[path]")
                            .help("show the objects below a path, or of the machine")
                            .does(InfoCommands::qomTree),
                    HmpCommand.named("ramblock").help("show RAM blocks").does(InfoCommands::ramblock),
                    HmpCommand.named("version").help("show the version").does(InfoCommands::version))))
            .does(call -> HelpCommand.all(
                    call,
                    "info ",
                    Objects.requireNonNull(
                            Objects.requireNonNull(call.commands().find("info")).subCommands())));

    private static final String MACHINE = "/machine";

    private InfoCommands() {}

    private static void memdev(HmpCall call) {
        call.print(MemdevInfo.text(call.qom()));
    }

    private static void mtree(HmpCall call) {
        HmpArguments given = call.arguments();
        MtreePrinter printer = MtreePrinter.of(call.qom());
        printer = given.has('o') ? printer.withOwners() : printer;
        printer = given.has('D') ? printer.withDisabled() : printer;
        printer = given.has('d') ? printer.withDispatch() : printer;
        call.print(given.has('f') ? printer.flatViews() : printer.tree());
    }

    private static void name(HmpCall call) {
        String name = call.monitor().guestName();
        if (name != null) {
            call.line(name);
        }
    }

    private static void uuid(HmpCall call) {
        call.line(String.valueOf(RunCommands.member(call, "query-uuid", "UUID")));
    }

    private static void memorySize(HmpCall call) {
        call.line("base memory: " + RunCommands.member(call, "query-memory-size-summary", "base-memory"));
        call.line("plugged memory: " + RunCommands.member(call, "query-memory-size-summary", "plugged-memory"));
    }

    private static void status(HmpCall call) {
        boolean isRunning = Boolean.TRUE.equals(RunCommands.member(call, "query-status", "running"));
        Object status = RunCommands.member(call, "query-status", "status");
        boolean saysMore = !isRunning && !status.equals("paused");
        call.line("VM status: " + (isRunning ? "running" : "paused") + (saysMore ? " (" + status + ")" : ""));
    }

    private static void ramblock(HmpCall call) {
        call.print(RamBlockTable.of(call.qom().service(RamList.class)));
    }

    private static void version(HmpCall call) {
        MonitorVersion version = call.monitor().version();
        call.line(version.major() + "." + version.minor() + "." + version.micro() + version.vendor());
    }

    private static void qomTree(HmpCall call) {
        String path = call.arguments().find("path");
        if (path == null) {
            path = call.qom().find(MACHINE) == null ? "/" : MACHINE;
        }
        QomObject top = call.qom().find(path);
        if (top == null) {
            call.line("Path '" + path + "' could not be resolved.");
        } else {
            print(call, top, "");
        }
    }

    private static void print(HmpCall call, QomObject object, String indent) {
        String name = object.name();
        call.line(indent + "/" + (name == null ? "" : name) + " (" + object.typeName() + ")");
        object.children().stream()
                .sorted(Comparator.comparing(child -> String.valueOf(child.name())))
                .forEach(child -> print(call, child, indent + "  "));
    }
}
