// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Which QEMU release's rules hold where releases differ about backing files.
 *
 * <p>Immutable. QEMU: system/physmem.c, file_ram_open and qemu_ram_alloc_from_fd.
 */
public enum FileRules {
    /** Opening for reading creates a file that is absent; a file must not be smaller than the block. */
    RELEASE_7_2,
    /** Opening for reading needs an existing file that is no directory. */
    RELEASE_8_2
}
