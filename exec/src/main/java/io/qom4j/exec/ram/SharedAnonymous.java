// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * What shared memory without a file of the user's is made of.
 *
 * <p>Immutable. QEMU: system/physmem.c, qemu_ram_alloc_internal.
 */
public enum SharedAnonymous {
    /** A shared mapping without a descriptor, as in QEMU 7.2. */
    MAPPING,
    /** A file in memory, whose descriptor other processes can be given; a mapping if the host has no such files. QEMU since 10.0. */
    MEMORY_FILE,
    /**
     * As {@link #MEMORY_FILE}, and memory that asks neither for sharing nor for privacy is shared, too. QEMU's machine option
     * aux-ram-share=on.
     */
    MEMORY_FILE_FOR_ALL
}
