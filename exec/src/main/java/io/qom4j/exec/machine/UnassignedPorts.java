// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.machine;

import io.qom4j.exec.region.RegionOps;

/** What answers at ports that no device has: reads give all ones, writes are dropped. QEMU: system/ioport.c, unassigned_io_ops. */
enum UnassignedPorts implements RegionOps {
    /** The only one; it has no state. */
    OPS;

    @Override
    public long read(long offset, int size) {
        return -1;
    }

    @Override
    public void write(long offset, long value, int size) {}
}
