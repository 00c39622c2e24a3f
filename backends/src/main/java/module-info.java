// SPDX-License-Identifier: Apache-2.0

/** Memory backends and their concrete types. */
module io.qom4j.backends {
    requires transitive io.qom4j.exec;
}
