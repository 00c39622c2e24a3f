// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * A place in a RAM block.
 *
 * <p>Immutable. QEMU: what qemu_ram_block_from_host returns.
 *
 * @param block the block
 * @param offset where in it, in bytes
 */
public record BlockPosition(RamBlock block, long offset) {
    /** Returns the place in the ram_addr space. */
    public long ramAddr() {
        return block.offset() + offset;
    }
}
