// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#open}: how a file is opened.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class OpenFlags {
    /** Read only. */
    public static final int O_RDONLY = 0;

    /** Read and write. */
    public static final int O_RDWR = 2;

    /** Create the file if it is absent. */
    public static final int O_CREAT = 0x40;

    /** With {@link #O_CREAT}: fail with {@code EEXIST} if the name exists, even as a dangling symbolic link. */
    public static final int O_EXCL = 0x80;

    /** Do not wait for anybody: without it, opening a FIFO for reading waits until somebody writes. */
    public static final int O_NONBLOCK = 0x800;

    /** Close the descriptor when a child process starts another program. */
    public static final int O_CLOEXEC = 0x80000;

    private OpenFlags() {}
}
