// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * What the host knows of a file: kind, length and identity.
 *
 * <p>Immutable. QEMU: the {@code struct stat} of util/osdep.c and system/physmem.c.
 *
 * @param mode kind and permissions, as in {@code st_mode}
 * @param size length in bytes
 * @param blocks storage in use, in units of 512 bytes
 * @param inode number within the file system
 * @param deviceMajor major number of the file system's device
 * @param deviceMinor minor number of the file system's device
 * @param specialMajor major number, if the file is itself a device
 * @param specialMinor minor number, if the file is itself a device
 */
public record FileStatus(
        int mode,
        long size,
        long blocks,
        long inode,
        int deviceMajor,
        int deviceMinor,
        int specialMajor,
        int specialMinor) {
    private static final int KIND_MASK = 0xf000;

    /** Returns whether this is a regular file. */
    public boolean isRegular() {
        return (mode & KIND_MASK) == 0x8000;
    }

    /** Returns whether this is a directory. */
    public boolean isDirectory() {
        return (mode & KIND_MASK) == 0x4000;
    }

    /** Returns whether this is a symbolic link (only {@link Host#lstat} sees those). */
    public boolean isSymbolicLink() {
        return (mode & KIND_MASK) == 0xa000;
    }

    /** Returns whether this is a character device, such as {@code /dev/zero} or a device-DAX file. */
    public boolean isCharacterDevice() {
        return (mode & KIND_MASK) == 0x2000;
    }

    /** Returns what kind of file this is, in words: {@code a regular file}, {@code a FIFO}. */
    public String kind() {
        return switch (mode & KIND_MASK) {
            case 0x1000 -> "a FIFO";
            case 0x2000 -> "a character device";
            case 0x4000 -> "a directory";
            case 0x6000 -> "a block device";
            case 0x8000 -> "a regular file";
            case 0xa000 -> "a symbolic link";
            case 0xc000 -> "a socket";
            default -> "something unknown";
        };
    }

    /** Returns whether both are the same file, whatever their names. */
    public boolean sameFile(FileStatus other) {
        return inode == other.inode && deviceMajor == other.deviceMajor && deviceMinor == other.deviceMinor;
    }
}
