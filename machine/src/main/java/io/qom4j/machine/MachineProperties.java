// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.backends.BackendDefaults;
import io.qom4j.backends.HostMemoryBackend;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.Warning;
import io.qom4j.core.value.ValueType;
import io.qom4j.exec.ram.MachineMemoryDefaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties that all machines have, with QEMU's names and descriptions. QEMU: hw/core/machine.c, machine_class_init. */
final class MachineProperties {
    private static final int MOST_PROCESSORS = 1;

    private MachineProperties() {}

    /** The values. Each is published by itself. */
    static final class Values {
        volatile @Nullable String kernel;
        volatile @Nullable String initrd;
        volatile @Nullable String append;
        volatile @Nullable String dtb;
        volatile @Nullable String dumpdtb;
        volatile @Nullable String dtCompatible;
        volatile @Nullable String firmware;
        volatile int phandleStart;
        volatile boolean hasGraphics = true;
        volatile boolean mergesMemory = true;
        volatile boolean dumpsGuest = true;
        volatile boolean hasUsb;
        volatile boolean suppressesDescription;
        volatile Map<String, Object> boot = BootOrder.checked(Map.of());
        volatile ProcessorTopology processors = ProcessorTopology.ONE;
        volatile MemoryAmount memory = MemoryAmount.NONE;
        volatile @Nullable QomObject confidentialGuest;
    }

    static void declare(ObjectClass oc) {
        declareFiles(oc);
        declareSwitches(oc);
        declareStructs(oc);
        oc.addLink(
                        "memory-backend",
                        HostMemoryBackend.TYPE_NAME,
                        HostMemoryBackend.class,
                        Machine::memoryBackend,
                        Machine::setMemoryBackend)
                // QEMU's text lacks the blank in the middle, too.
                .description("Set RAM backendValid value is ID of hostmem based backend")
                .documentation("The memory backend that is the machine's RAM");
        oc.<Machine, QomObject>addLink(
                        "confidential-guest-support",
                        "confidential-guest-support",
                        QomObject.class,
                        machine -> machine.values.confidentialGuest,
                        (machine, scheme) -> machine.values.confidentialGuest = scheme)
                .description("Set confidential guest scheme to support");
        oc.<Machine>addString("memory-encryption", machine -> "", (machine, id) -> {
                    throw new ValueException(
                            "No such memory encryption object '" + id + "'", "There are no such objects here.");
                })
                .description("Set memory encryption object to use");
        oc.<Machine>addInteger(
                        "phandle-start",
                        ValueType.signed(Long.SIZE),
                        machine -> machine.values.phandleStart,
                        // QEMU keeps the low half, too.
                        (machine, value) -> machine.values.phandleStart = (int) value)
                .typeName("int")
                .description("The first phandle ID we may generate dynamically");
    }

    private static void declareFiles(ObjectClass oc) {
        oc.<Machine>addString("kernel", m -> m.values.kernel, (m, value) -> m.values.kernel = value)
                .description("Linux kernel image file");
        oc.<Machine>addString("initrd", m -> m.values.initrd, (m, value) -> m.values.initrd = value)
                .description("Linux initial ramdisk file");
        oc.<Machine>addString("append", m -> m.values.append, (m, value) -> m.values.append = value)
                .description("Linux kernel command line");
        oc.<Machine>addString("dtb", m -> m.values.dtb, (m, value) -> m.values.dtb = value)
                .description("Linux kernel device tree file");
        oc.<Machine>addString("dumpdtb", m -> m.values.dumpdtb, (m, value) -> m.values.dumpdtb = value)
                .description("Dump current dtb to a file and quit");
        oc.<Machine>addString("dt-compatible", m -> m.values.dtCompatible, (m, value) -> m.values.dtCompatible = value)
                .description("Overrides the \"compatible\" property of the dt root node");
        oc.<Machine>addString("firmware", m -> m.values.firmware, (m, value) -> m.values.firmware = value)
                .description("Firmware image");
    }

    private static void declareSwitches(ObjectClass oc) {
        oc.<Machine>addBool("graphics", m -> m.values.hasGraphics, (m, on) -> m.values.hasGraphics = on)
                .description("Set on/off to enable/disable graphics emulation");
        oc.<Machine>addBool("usb", m -> m.values.hasUsb, (m, on) -> m.values.hasUsb = on)
                .description("Set on/off to enable/disable usb");
        oc.<Machine>addBool("mem-merge", m -> m.values.mergesMemory, (m, on) -> {
                    m.values.mergesMemory = on;
                    tellBackends(m);
                })
                .description("Enable/disable memory merge support");
        oc.<Machine>addBool("dump-guest-core", m -> m.values.dumpsGuest, (m, on) -> {
                    m.values.dumpsGuest = on;
                    tellBackends(m);
                })
                .description("Include guest memory in a core dump");
        oc.<Machine>addBool(
                        "suppress-vmdesc",
                        m -> m.values.suppressesDescription,
                        (m, on) -> m.values.suppressesDescription = on)
                .description("Set on to disable self-describing migration");
    }

    /** Has backends that are made from now on take what this machine wants. */
    private static void tellBackends(Machine machine) {
        machine.qom()
                .service(BackendDefaults.class)
                .machine(new MachineMemoryDefaults(machine.values.mergesMemory, machine.values.dumpsGuest));
    }

    private static void declareStructs(ObjectClass oc) {
        oc.<Machine, Map<String, Object>>addValue(
                        "boot",
                        BootOrder.CODEC,
                        Machine::boot,
                        (m, wanted) -> m.values.boot = BootOrder.checked(wanted))
                .description("Boot configuration");
        oc.<Machine, Map<String, Object>>addValue(
                        "memory",
                        MemoryAmount.CODEC,
                        m -> m.values.memory.toMap(),
                        (m, wanted) -> m.values.memory = MemoryAmount.of(wanted))
                .description("Memory size configuration");
        oc.<Machine, Map<String, Object>>addValue(
                        "smp", ProcessorTopology.CODEC, m -> m.values.processors.toMap(), (m, wanted) -> {
                            if (wanted.containsValue(0L)) {
                                m.qom()
                                        .warn(Warning.of("Deprecated CPU topology (considered invalid): CPU topology"
                                                + " parameters must be greater than zero"));
                            }
                            m.values.processors = ProcessorTopology.of(wanted, "none", MOST_PROCESSORS);
                        })
                .description("CPU topology");
    }
}
