// SPDX-License-Identifier: Apache-2.0

/** QMP and the human monitor. */
module io.qom4j.monitor {
    requires transitive io.qom4j.machine;

    exports io.qom4j.monitor;
    exports io.qom4j.monitor.chardev;
    exports io.qom4j.monitor.command;
    exports io.qom4j.monitor.event;
    exports io.qom4j.monitor.hmp;
    exports io.qom4j.monitor.qmp;
    exports io.qom4j.monitor.readline;
    exports io.qom4j.monitor.server;

    uses io.qom4j.monitor.HumanMonitor;
    uses io.qom4j.monitor.command.CommandSet;

    provides io.qom4j.core.QomModule with
            io.qom4j.monitor.chardev.ChardevModule;
    provides io.qom4j.monitor.HumanMonitor with
            io.qom4j.monitor.hmp.HmpMonitor;
    provides io.qom4j.monitor.command.CommandSet with
            io.qom4j.monitor.commands.DescribeCommands,
            io.qom4j.monitor.commands.MemoryCommands,
            io.qom4j.monitor.commands.ObjectCommands,
            io.qom4j.monitor.commands.RunCommands,
            io.qom4j.monitor.commands.ServerCommands,
            io.qom4j.monitor.commands.TransactionCommands,
            io.qom4j.monitor.commands.TreeCommands,
            io.qom4j.monitor.commands.TypeCommands;
}
