// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/** Which holes of the ram_addr space a new block may take. Immutable. */
public enum PlacementPolicy {
    /** QEMU's answers: a hole below the lowest block is never used while another block exists. */
    QEMU,
    /** The hole below the lowest block is a candidate like any other; of equal holes it comes first. */
    REUSE_START
}
