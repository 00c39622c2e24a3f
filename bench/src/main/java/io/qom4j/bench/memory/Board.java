// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.memory;

import io.qom4j.core.Qom;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;

/** A runtime with one address space whose root is filled by the benchmark. */
final class Board implements AutoCloseable {
    final Qom qom = Qom.builder().module(new ExecModule()).build();
    final MemoryTopology topology = qom.service(MemoryTopology.class);
    final MemoryRegion root = MemoryRegion.free(qom, "system").container(RegionSize.WHOLE);

    /** Registers that hold nothing. */
    private static final class Registers implements RegionOps {
        @Override
        public long read(long offset, int size) {
            return offset;
        }

        @Override
        public void write(long offset, long value, int size) {}
    }

    /** Makes registers that are somewhere in the root. */
    MemoryRegion registers(String name, long address, long size, int priority) {
        MemoryRegion region = MemoryRegion.free(qom, name).io(new Registers(), size);
        root.addSubregion(address, region, priority);
        return region;
    }

    /** Makes RAM of a new block that is somewhere in the root. */
    MemoryRegion ram(String name, long address, long size) {
        MemoryRegion region = MemoryRegion.free(qom, name).newRam(size);
        root.addSubregion(address, region);
        return region;
    }

    AddressSpace space() {
        return topology.newAddressSpace("memory", root);
    }

    @Override
    public void close() {
        qom.close();
    }
}
