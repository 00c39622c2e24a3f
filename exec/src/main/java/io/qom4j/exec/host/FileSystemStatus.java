// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * What the host knows of the file system that holds a file.
 *
 * <p>Immutable.
 *
 * @param type the magic number; see {@link FileSystemMagic}
 * @param blockSize size of a block in bytes; on hugetlbfs the huge-page size
 * @param availableBlocks free blocks that this process may use
 */
public record FileSystemStatus(long type, long blockSize, long availableBlocks) {
    /** Returns whether files there are made of huge pages. */
    public boolean isHugetlbfs() {
        return type == FileSystemMagic.HUGETLBFS;
    }

    /** Returns the free bytes that this process may use, at most {@link Long#MAX_VALUE}. */
    public long availableBytes() {
        long high = Math.multiplyHigh(availableBlocks, blockSize);
        long low = availableBlocks * blockSize;
        return high != 0 || low < 0 ? Long.MAX_VALUE : low;
    }
}
