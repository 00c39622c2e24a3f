// SPDX-License-Identifier: Apache-2.0

/** The machine: what a runtime's objects, regions and devices belong to. */
module io.qom4j.machine {
    requires transitive io.qom4j.backends;

    exports io.qom4j.machine;

    provides io.qom4j.core.QomModule with
            io.qom4j.machine.MachineModule;
}
