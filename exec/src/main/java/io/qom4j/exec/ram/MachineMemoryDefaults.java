// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * What a machine wants for all guest memory that does not say otherwise.
 *
 * <p>Immutable. QEMU: hw/core/machine.c, the properties mem-merge and dump-guest-core.
 *
 * @param merge whether equal pages may be merged
 * @param dump whether guest memory is part of core dumps
 */
public record MachineMemoryDefaults(boolean merge, boolean dump) {
    /** What a machine wants that was given no options: merge, and dump. */
    public static final MachineMemoryDefaults STANDARD = new MachineMemoryDefaults(true, true);
}
