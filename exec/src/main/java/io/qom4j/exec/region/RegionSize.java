// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * A number of bytes from 0 to 2^64, both included: one more than an unsigned {@code long} can count.
 *
 * <p>A region that fills the whole address space has 2^64 bytes. Where only 64 bits are to be had, as in the property
 * {@code size}, that shows as 2^64 - 1. Immutable. QEMU: the Int128 in struct MemoryRegion.
 *
 * @param low the number modulo 2^64
 * @param isWhole whether the number is 2^64; {@code low} is 0 then
 */
public record RegionSize(long low, boolean isWhole) implements Comparable<RegionSize> {
    /** No bytes. A region of this size is legal and never visible. */
    public static final RegionSize ZERO = new RegionSize(0, false);

    /** All 2^64 bytes of an address space. */
    public static final RegionSize WHOLE = new RegionSize(0, true);

    /** Refuses numbers above 2^64. */
    public RegionSize {
        if (isWhole && low != 0) {
            throw new IllegalArgumentException("a size is at most 2^64, not 2^64 + 0x" + Long.toHexString(low));
        }
    }

    /** Returns a size below 2^64; {@code bytes} is unsigned. */
    public static RegionSize of(long bytes) {
        return bytes == 0 ? ZERO : new RegionSize(bytes, false);
    }

    /** Tells whether there are no bytes. */
    public boolean isZero() {
        return low == 0 && !isWhole;
    }

    /**
     * Returns the offset of the last byte, unsigned.
     *
     * @throws IllegalStateException if there is none
     */
    public long last() {
        if (isZero()) {
            throw new IllegalStateException("a size of 0 has no last byte");
        }
        return low - 1;
    }

    /** Returns the number in 64 unsigned bits, 2^64 as 2^64 - 1. */
    public long saturated() {
        return isWhole ? -1 : low;
    }

    @Override
    public int compareTo(RegionSize other) {
        return isWhole == other.isWhole
                ? Long.compareUnsigned(low, other.low)
                : Boolean.compare(isWhole, other.isWhole);
    }

    /** Returns the number in hexadecimal, such as {@code 0x1000} or {@code 0x10000000000000000}. */
    @Override
    public String toString() {
        return isWhole ? "0x10000000000000000" : "0x" + Long.toHexString(low);
    }
}
