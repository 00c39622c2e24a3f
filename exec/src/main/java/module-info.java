// SPDX-License-Identifier: Apache-2.0

/** Guest memory: RAM blocks, memory regions, flat views, address spaces and host mappings. */
module io.qom4j.exec {
    requires transitive io.qom4j.core;

    exports io.qom4j.exec;
    exports io.qom4j.exec.host;
    exports io.qom4j.exec.mtree;
    exports io.qom4j.exec.ram;
    exports io.qom4j.exec.region;
    exports io.qom4j.exec.space;
    exports io.qom4j.exec.view;

    provides io.qom4j.core.QomModule with
            io.qom4j.exec.ExecModule;
}
