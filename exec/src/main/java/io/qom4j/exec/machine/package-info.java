// SPDX-License-Identifier: Apache-2.0
/**
 * Machines: what stands in a runtime before any device does.
 *
 * <pre>{@code
 * EmptyMachine machine = EmptyMachine.create(qom);
 * machine.system().addSubregion(0, ram);
 * machine.memory().putInt(0x1000, 42, ByteOrder.LITTLE_ENDIAN);
 * }</pre>
 *
 * <p>A runtime needs no machine: regions and address spaces stand on their own. With one, the places are there that QEMU's users and
 * tools expect: {@code /machine}, and the address spaces {@code memory} and {@code I/O}.
 */
@NullMarked
package io.qom4j.exec.machine;

import org.jspecify.annotations.NullMarked;
