// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#addSeals}: changes to a memory file that become impossible.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class FileSeals {
    /** Adding seals. */
    public static final int F_SEAL_SEAL = 1;

    /** Shrinking. */
    public static final int F_SEAL_SHRINK = 2;

    /** Growing. */
    public static final int F_SEAL_GROW = 4;

    /** Writing. */
    public static final int F_SEAL_WRITE = 8;

    private FileSeals() {}
}
