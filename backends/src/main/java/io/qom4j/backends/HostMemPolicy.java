// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.host.NumaPolicy;

/**
 * Where the host takes a backend's pages from, among its NUMA nodes.
 *
 * <p>Immutable. QEMU: qapi/machine.json, HostMemPolicy.
 */
public enum HostMemPolicy {
    /** The policy of the thread that touches a page first. */
    DEFAULT(NumaPolicy.MPOL_DEFAULT),
    /** The given nodes first, others if they are full. */
    PREFERRED(NumaPolicy.MPOL_PREFERRED_MANY),
    /** Only the given nodes. */
    BIND(NumaPolicy.MPOL_BIND),
    /** Page by page over the given nodes. */
    INTERLEAVE(NumaPolicy.MPOL_INTERLEAVE);

    private final int mode;

    HostMemPolicy(int mode) {
        this.mode = mode;
    }

    /** Returns the mode that the host's {@code mbind} wants. */
    int mode() {
        return mode;
    }
}
