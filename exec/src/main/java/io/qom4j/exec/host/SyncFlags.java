// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#msync}.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class SyncFlags {
    /** Return when the range has been written back. */
    public static final int MS_SYNC = 4;

    private SyncFlags() {}
}
