// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * The marks that {@link DirtyMemory#snapshotAndClear} took away.
 *
 * <p>Immutable. QEMU: system/physmem.c, cpu_physical_memory_snapshot_get_dirty.
 */
public final class DirtySnapshot {
    private final long firstPage;
    private final int pageBits;
    private final long[] bits;

    DirtySnapshot(long firstPage, int pageBits, long[] bits) {
        this.firstPage = firstPage;
        this.pageBits = pageBits;
        this.bits = bits;
    }

    /** Returns the first ram_addr that the snapshot covers. */
    public long start() {
        return firstPage << pageBits;
    }

    /** Returns how many bytes the snapshot covers: a multiple of 64 pages. */
    public long length() {
        return (bits.length * 64L) << pageBits;
    }

    /** Returns how many pages were marked. */
    public long count() {
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Returns whether any page that the range touches was marked; the range must lie in the snapshot. */
    public boolean isDirty(long address, long size) {
        if (size < 0 || address < start() || address - start() > length() - size) {
            throw new IndexOutOfBoundsException(String.format(
                    "ram_addr 0x%x, length 0x%x is outside of the snapshot of 0x%x, length 0x%x",
                    address, size, start(), length()));
        }
        long end = ((address + size + (1L << pageBits) - 1) >>> pageBits) - firstPage;
        for (long page = (address >>> pageBits) - firstPage; size > 0 && page < end; page++) {
            if ((bits[(int) (page >>> 6)] >>> page & 1) != 0) {
                return true;
            }
        }
        return false;
    }
}
