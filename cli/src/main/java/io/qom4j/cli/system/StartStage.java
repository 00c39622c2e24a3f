// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

/**
 * When, among the steps of a start, an option that was read is acted upon; what is wrong with it is told then.
 *
 * <p>QEMU: softmmu/vl.c, qemu_init.
 */
enum StartStage {
    /** Before anything is done. */
    FIRST,
    /** When the process has its PID file, and before it is known which machine there will be. */
    CLOCK,
    /** When the type of machine is known. */
    DISPLAY,
    /** Before the machine's properties are set. */
    DISKS,
    /** When all objects are there, before the machine has memory. */
    MONITORS,
    /** When the machine is complete. */
    DEVICES
}
