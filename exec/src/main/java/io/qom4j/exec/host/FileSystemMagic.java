// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * File system types that {@link FileSystemStatus#type()} can name and guest memory cares for.
 *
 * <p>Immutable: constants alone. The values are those of Linux on x86-64 and AArch64.
 */
public final class FileSystemMagic {
    /** Huge pages as files. */
    public static final long HUGETLBFS = 0x958458f6L;

    /** Files in memory. */
    public static final long TMPFS = 0x01021994L;

    /** ext2, ext3 and ext4. */
    public static final long EXT4 = 0xef53L;

    private FileSystemMagic() {}
}
