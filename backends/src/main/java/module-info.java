// SPDX-License-Identifier: Apache-2.0

/** Memory backends and their concrete types. */
module io.qom4j.backends {
    requires transitive io.qom4j.exec;

    exports io.qom4j.backends;

    provides io.qom4j.core.QomModule with
            io.qom4j.backends.BackendsModule;
}
