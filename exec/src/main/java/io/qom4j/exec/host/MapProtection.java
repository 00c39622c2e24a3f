// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#mmap}: what may be done with a mapping.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class MapProtection {
    /** Nothing; such a mapping only reserves addresses. */
    public static final int PROT_NONE = 0;

    /** Reading. */
    public static final int PROT_READ = 1;

    /** Writing. */
    public static final int PROT_WRITE = 2;

    private MapProtection() {}
}
