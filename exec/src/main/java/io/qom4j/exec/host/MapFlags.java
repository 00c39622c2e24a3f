// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * Bits of {@link Host#mmap}: what kind of mapping is made.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class MapFlags {
    /** Stores reach the file and every other mapping of it. */
    public static final int MAP_SHARED = 0x01;

    /** Stores stay in this mapping (copy on write). */
    public static final int MAP_PRIVATE = 0x02;

    /** As {@link #MAP_SHARED}, but bits that the kernel or the file cannot honour are refused. */
    public static final int MAP_SHARED_VALIDATE = 0x03;

    /** Exactly at the address given; whatever was mapped there is replaced. */
    public static final int MAP_FIXED = 0x10;

    /** Without a file, initially zero. */
    public static final int MAP_ANONYMOUS = 0x20;

    /** Without reserving swap space, or huge pages. */
    public static final int MAP_NORESERVE = 0x4000;

    /** File metadata is durable before a page becomes writable; needs DAX. */
    public static final int MAP_SYNC = 0x80000;

    private MapFlags() {}
}
