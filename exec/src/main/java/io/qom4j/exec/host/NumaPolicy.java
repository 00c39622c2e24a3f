// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Modes and bits of {@link Host#mbind}.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class NumaPolicy {
    /** The thread's own policy. */
    public static final int MPOL_DEFAULT = 0;

    /** One node first, others if it is full. */
    public static final int MPOL_PREFERRED = 1;

    /** Only the nodes given. */
    public static final int MPOL_BIND = 2;

    /** Page by page over the nodes given. */
    public static final int MPOL_INTERLEAVE = 3;

    /** The nodes given first, others if they are full (Linux 5.15). */
    public static final int MPOL_PREFERRED_MANY = 5;

    /** Flag: fail if pages are already elsewhere. */
    public static final int MPOL_MF_STRICT = 1;

    /** Flag: move pages that are already elsewhere. */
    public static final int MPOL_MF_MOVE = 2;

    private NumaPolicy() {}
}
