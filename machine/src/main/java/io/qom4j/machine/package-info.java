// SPDX-License-Identifier: Apache-2.0
/**
 * The machine: one object at {@code /machine} that owns the devices and the roots of guest memory, and the state it runs in.
 *
 * <p>There is one machine so far, {@code none-machine}, which has no processor and no device: what QEMU starts with
 * {@code -machine none}. It is enough for tools that ask what there is, and for memory that is prepared for others.
 *
 * <pre>{@code
 * Machine machine = Machine.none(qom, MachineOptions.STANDARD);
 * qom.resolve("/machine/unattached/system[0]");      // the root of guest memory
 * machine.memory().putInt(0x1000, 42, LITTLE_ENDIAN); // nobody answers: there is no RAM
 * qom.service(RunControl.class).resume();             // prelaunch -> running
 * }</pre>
 *
 * <p>Guaranteed: a machine is made whole or not at all.
 */
@NullMarked
package io.qom4j.machine;

import org.jspecify.annotations.NullMarked;
