// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.MachineMemoryDefaults;
import java.util.Objects;

/**
 * What the machine of a runtime wants for memory backends that do not say otherwise.
 *
 * <p>A service of the runtime. Backends look at it when they are made; those that there are keep what they have. Thread-safe.
 * QEMU: hw/core/machine.c, machine_mem_merge and machine_dump_guest_core; backends/hostmem.c, host_memory_backend_init.
 */
public final class BackendDefaults {
    private volatile MachineMemoryDefaults machine = MachineMemoryDefaults.STANDARD;

    BackendDefaults() {}

    /** Returns what the machine wants. */
    public MachineMemoryDefaults machine() {
        return machine;
    }

    /** Says what the machine wants from now on. */
    public void machine(MachineMemoryDefaults wanted) {
        machine = Objects.requireNonNull(wanted, "wanted");
    }
}
