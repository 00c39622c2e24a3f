// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.core.Qom;
import io.qom4j.core.error.ValueException;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionFactory;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a recorded machine out of real regions.
 *
 * <p>Its RAM is only described, its devices read as 0: the machine is there to be looked at, not to run. Confined to one thread.
 */
final class MachineBuilder {
    private final Qom qom;
    private final Map<Long, RecordedRegion> records = new HashMap<>();
    private final Map<Long, MemoryRegion> regions = new HashMap<>();
    private final Set<Long> underWay = new HashSet<>();

    MachineBuilder(Qom qom) {
        this.qom = qom;
    }

    /**
     * Builds the regions, puts them together, and makes the address spaces.
     *
     * @return the address spaces in the machine's order
     * @throws ValueException if regions refer to each other in an impossible way
     */
    List<AddressSpace> build(RecordedMachine machine) {
        for (RecordedRegion record : machine.regions()) {
            if (records.put(record.id(), record) != null) {
                throw new ValueException("region " + record.id() + " comes twice: ids are unique");
            }
        }
        MemoryTopology topology = qom.service(MemoryTopology.class);
        topology.transaction(() -> {
            for (RecordedRegion record : machine.regions()) {
                place(region(record.id()), record);
            }
            for (RecordedRegion record : machine.regions()) {
                putTogether(record);
            }
        });
        List<AddressSpace> spaces = new ArrayList<>();
        for (RecordedMachine.Space space : machine.spaces()) {
            spaces.add(topology.newAddressSpace(space.name(), region(space.root())));
        }
        return spaces;
    }

    private MemoryRegion region(long id) {
        MemoryRegion region = regions.get(id);
        if (region == null) {
            RecordedRegion record = record(id);
            if (!underWay.add(id)) {
                throw new ValueException("alias " + id + " ('" + record.name() + "') shows itself");
            }
            region = make(record);
            regions.put(id, region);
        }
        return region;
    }

    private RecordedRegion record(long id) {
        RecordedRegion record = records.get(id);
        if (record == null) {
            throw new ValueException("there is no region " + id);
        }
        return record;
    }

    private MemoryRegion make(RecordedRegion record) {
        RegionFactory factory = MemoryRegion.free(qom, record.name());
        RecordedRegion.Alias alias = record.alias();
        MemoryRegion region;
        if (alias != null) {
            region = factory.alias(region(alias.target()), alias.offset(), record.size());
        } else if (!record.terminates()) {
            region = factory.container(record.size());
        } else {
            region = switch (record.kind()) {
                case "ram" -> factory.ram(RegionMemory.described(), record.size());
                case "rom" -> factory.rom(RegionMemory.described(), record.size());
                case "romd" -> factory.romDevice(RegionMemory.described(), Silent.DEVICE, record.size());
                case "ramd" -> factory.ramDevice(RegionMemory.described(), record.size());
                default -> factory.io(Silent.DEVICE, record.size());
            };
        }
        region.setReadOnly(record.isReadOnly() || region.isReadOnly());
        region.setNonvolatile(record.isNonvolatile());
        region.setEnabled(record.isEnabled());
        return region;
    }

    /** Gives a region the place that it has, or once had, in a container: both count where an alias leads to it. */
    private void place(MemoryRegion region, RecordedRegion record) {
        MemoryRegion former = MemoryRegion.free(qom, "former").container(0);
        former.addSubregion(record.address(), region, record.priority());
        former.removeSubregion(region);
        former.unref();
    }

    /** Adds the children, last to first: of equal priority, the one added last wins. */
    private void putTogether(RecordedRegion record) {
        MemoryRegion region = region(record.id());
        for (long child : record.children().reversed()) {
            region.addSubregion(
                    record(child).address(), region(child), record(child).priority());
        }
    }

    /** A device that says nothing. */
    private enum Silent implements RegionOps {
        DEVICE;

        @Override
        public long read(long offset, int size) {
            return 0;
        }

        @Override
        public void write(long offset, long value, int size) {}
    }
}
