// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Advice for {@link Host#madvise}.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class MemoryAdvice {
    /** Drop the pages; private and anonymous ones read as zeros afterwards. */
    public static final int MADV_DONTNEED = 4;

    /** Drop the pages and their storage in the shared file or shared memory behind them. */
    public static final int MADV_REMOVE = 9;

    /** A forked child does not get this range. */
    public static final int MADV_DONTFORK = 10;

    /** Equal pages may be merged (KSM). */
    public static final int MADV_MERGEABLE = 12;

    /** Equal pages are not merged. */
    public static final int MADV_UNMERGEABLE = 13;

    /** Transparent huge pages are welcome. */
    public static final int MADV_HUGEPAGE = 14;

    /** The range is left out of core dumps. */
    public static final int MADV_DONTDUMP = 16;

    /** The range is part of core dumps. */
    public static final int MADV_DODUMP = 17;

    /** Make every page present for reading. */
    public static final int MADV_POPULATE_READ = 22;

    /** Make every page present for writing, without changing contents. */
    public static final int MADV_POPULATE_WRITE = 23;

    private MemoryAdvice() {}
}
