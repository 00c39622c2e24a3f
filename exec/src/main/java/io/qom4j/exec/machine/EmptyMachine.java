// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.machine;

import io.qom4j.core.Container;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;
import org.jspecify.annotations.Nullable;

/**
 * A machine without devices: the object {@code /machine}, and the two address spaces that every machine has.
 *
 * <pre>
 * /machine                        none-machine
 *     /peripheral                 for devices with an id
 *     /peripheral-anon            for devices without one
 *     /unattached                 for what has no place of its own
 *         /system[0]              2^64 bytes, the root of the address space "memory"
 *         /io[0]                  65536 ports, the root of the address space "I/O"
 * </pre>
 *
 * <p>Where nothing has been put, memory reads as 0 and ports read as all ones. The machine lives as long as the runtime. It is
 * changed under the runtime's writer lock; its accessors are thread-safe. QEMU: hw/core/null-machine.c; system/physmem.c, memory_map_init.
 */
public final class EmptyMachine extends QomObject {
    /** The name of the type. */
    public static final String TYPE_NAME = "none-machine";

    /** The name of the type that all machines have as parent. */
    public static final String MACHINE_TYPE_NAME = "machine";

    /** Where the machine is in the tree: the name of a child of the root. */
    public static final String NAME = "machine";

    private static final long PORTS = 1L << 16;

    private @Nullable AddressSpace memory;
    private @Nullable AddressSpace io;

    EmptyMachine() {}

    /** Registers the types. */
    public static void registerWith(TypeRegistry types) {
        types.register(TypeInfo.of(MACHINE_TYPE_NAME, QomObject.class)
                .abstractType()
                .description("the parent of all machines")
                .build());
        types.register(TypeInfo.of(TYPE_NAME, EmptyMachine.class)
                .parent(MACHINE_TYPE_NAME)
                .factory(EmptyMachine::new)
                .instanceFinalize(EmptyMachine::closeSpaces)
                .description("a machine without devices")
                .build());
    }

    /**
     * Makes the machine of a runtime.
     *
     * @throws io.qom4j.core.error.QomException if it has one
     */
    public static EmptyMachine create(Qom qom) {
        return qom.exclusively(() -> {
            EmptyMachine machine = qom.newObject(TYPE_NAME, EmptyMachine.class);
            try {
                qom.root().addChild(NAME, machine);
            } finally {
                machine.unref();
            }
            machine.build();
            return machine;
        });
    }

    private void build() {
        addContainer(this, "peripheral");
        addContainer(this, "peripheral-anon");
        QomObject unattached = addContainer(this, "unattached");
        MemoryTopology topology = qom().service(MemoryTopology.class);
        memory = topology.newAddressSpace(
                "memory", adopted(unattached, MemoryRegion.free(qom(), "system").container(RegionSize.WHOLE)));
        io = topology.newAddressSpace(
                "I/O", adopted(unattached, MemoryRegion.free(qom(), "io").io(UnassignedPorts.OPS, PORTS)));
    }

    private static QomObject addContainer(QomObject parent, String name) {
        QomObject container = parent.qom().newObject(Container.TYPE_NAME);
        parent.addChild(name, container);
        container.unref();
        return container;
    }

    /** Makes a region a child without making the parent its owner, as QEMU does with regions that have none. */
    private static MemoryRegion adopted(QomObject parent, MemoryRegion region) {
        parent.addChild(region.regionName() + "[*]", region);
        region.unref();
        return region;
    }

    private void closeSpaces() {
        if (io != null) {
            io.close();
        }
        if (memory != null) {
            memory.close();
        }
    }

    /** Returns the address space of the processor's loads and stores. */
    public AddressSpace memory() {
        return made(memory);
    }

    /** Returns the address space of ports. */
    public AddressSpace io() {
        return made(io);
    }

    /** Returns the region into which memory and devices are put. */
    public MemoryRegion system() {
        return made(memory().root());
    }

    /** Returns the region into which ports are put. */
    public MemoryRegion ports() {
        return made(io().root());
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the machine has no address spaces: make it with EmptyMachine.create");
        }
        return part;
    }
}
