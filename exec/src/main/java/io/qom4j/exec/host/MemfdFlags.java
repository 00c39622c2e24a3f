// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#memfdCreate}.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class MemfdFlags {
    /** Close the descriptor when a child process starts another program. */
    public static final int MFD_CLOEXEC = 1;

    /** Seals may be added. */
    public static final int MFD_ALLOW_SEALING = 2;

    /** Huge pages; bits from {@link #MFD_HUGE_SHIFT} up hold the page size's binary logarithm. */
    public static final int MFD_HUGETLB = 4;

    /** Where the huge-page size starts. */
    public static final int MFD_HUGE_SHIFT = 26;

    private MemfdFlags() {}
}
