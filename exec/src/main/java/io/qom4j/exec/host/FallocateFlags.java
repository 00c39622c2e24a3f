// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#fallocate}.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class FallocateFlags {
    /** The file's length stays. */
    public static final int FALLOC_FL_KEEP_SIZE = 1;

    /** Free the storage of the range; it reads as zeros. */
    public static final int FALLOC_FL_PUNCH_HOLE = 2;

    private FallocateFlags() {}
}
