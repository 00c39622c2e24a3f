// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.exec.region.RegionOps;

/** I/O ports that no device answers: reads give all ones, writes vanish. QEMU: softmmu/ioport.c, unassigned_io_ops. */
final class EmptyPorts implements RegionOps {
    @Override
    public long read(long offset, int size) {
        return -1;
    }

    @Override
    public void write(long offset, long value, int size) {
        // Nobody listens.
    }
}
