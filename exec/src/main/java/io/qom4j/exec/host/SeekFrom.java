// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Origins of {@link Host#lseek}.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class SeekFrom {
    /** From the start. */
    public static final int SEEK_SET = 0;

    /** From the end of the file. */
    public static final int SEEK_END = 2;

    /** To the next byte that has storage. */
    public static final int SEEK_DATA = 3;

    /** To the next hole. */
    public static final int SEEK_HOLE = 4;

    private SeekFrom() {}
}
