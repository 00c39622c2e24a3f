// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.backends.HostMemoryBackend;
import io.qom4j.core.Container;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.QomException;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is put together from: the places for devices, the roots of guest memory, and its RAM.
 *
 * <p>Made and closed under the runtime's writer lock. QEMU: softmmu/vl.c; softmmu/physmem.c, memory_map_init;
 * hw/core/null-machine.c.
 *
 * @param memory what processors see of memory
 * @param ports what processors see of I/O ports
 * @param ram the backend in use, or null
 */
record MachineBoard(
        AddressSpace memory, AddressSpace ports, @Nullable HostMemoryBackend ram) {
    private static final long PORTS = 0x1_0000;
    private static final String UNATTACHED = "unattached";

    /** Makes the places for devices, which belong to every machine. */
    static void addPlaces(Machine machine) {
        addContainer(machine, "peripheral");
        addContainer(machine, "peripheral-anon");
    }

    /** Makes a machine that has its places, and puts it into the tree; guest memory comes with {@link #assemble}. */
    static Machine announce(Qom qom, String typeName) {
        Machine machine = qom.newObject(typeName, Machine.class);
        try {
            QomObject unattached = addContainer(machine, UNATTACHED);
            qom.root().addChild("machine", machine);
            try {
                addChild(unattached, "sysbus", qom.newObject(SystemBus.TYPE_NAME));
            } catch (RuntimeException | Error e) {
                machine.unparent();
                throw e;
            }
        } finally {
            machine.unref();
        }
        return machine;
    }

    private static QomObject addContainer(QomObject parent, String name) {
        return addChild(parent, name, parent.qom().newObject(Container.TYPE_NAME));
    }

    private static QomObject addChild(QomObject parent, String name, QomObject child) {
        try {
            parent.addChild(name, child);
        } finally {
            child.unref();
        }
        return child;
    }

    static MachineBoard assemble(Machine machine, MachineOptions options) {
        Qom qom = machine.qom();
        HostMemoryBackend backend = options.memoryBackend() == null ? null : find(qom, options.memoryBackend());
        Long wanted = options.memorySize();
        if (backend != null && wanted != null && wanted != backend.size()) {
            throw new ObjectException(
                    "Machine memory size does not match the size of the memory backend",
                    "The backend has " + Long.toUnsignedString(backend.size()) + " bytes.");
        }
        if (backend != null) {
            machine.values.memory = machine.values.memory.withSize(backend.size());
        } else if (wanted != null) {
            machine.values.memory = MemoryAmount.of(Map.of("size", wanted));
        }
        QomObject unattached = qom.resolve(Machine.PATH + "/" + UNATTACHED);
        MemoryRegion system = MemoryRegion.below(unattached, "system").container(RegionSize.WHOLE);
        MemoryRegion io = MemoryRegion.below(unattached, "io").io(new EmptyPorts(), PORTS);
        if (backend != null) {
            backend.setMapped(true);
            machine.setLink("memory-backend", backend);
            use(qom, backend, system);
        }
        MemoryTopology topology = qom.service(MemoryTopology.class);
        return new MachineBoard(
                topology.newAddressSpace("memory", system), topology.newAddressSpace("I/O", io), backend);
    }

    /** Returns the backend of an id, or at a path. */
    private static HostMemoryBackend find(Qom qom, String id) {
        QomObject named = qom.objects().find(id);
        if ((named == null ? qom.find(id) : named) instanceof HostMemoryBackend backend) {
            return backend;
        }
        throw new QomException(
                ErrorClass.GENERIC_ERROR,
                "Memory backend '" + id + "' not found",
                List.of("Make it before the machine, with -object."),
                null);
    }

    private static void use(Qom qom, HostMemoryBackend backend, MemoryRegion system) {
        RamBlock block = backend.block();
        MemoryRegion region = backend.region();
        if (block == null || region == null) {
            throw new ObjectException(backend + " has no memory", "Its complete hook has not run.");
        }
        qom.service(RamList.class).setIdstr(block);
        system.addSubregion(0, region);
    }

    void close() {
        memory.close();
        ports.close();
        if (ram != null) {
            RamBlock block = ram.block();
            if (block != null) {
                ram.qom().service(RamList.class).unsetIdstr(block);
            }
            ram.setMapped(false);
        }
    }
}
