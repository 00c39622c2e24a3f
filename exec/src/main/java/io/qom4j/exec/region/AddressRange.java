// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * The addresses from a first to a last one, both included; never empty.
 *
 * <p>With inclusive ends the range of all 2^64 addresses needs no 65th bit. Addresses are unsigned. Immutable. QEMU:
 * system/memory.c, AddrRange.
 *
 * @param first the lowest address
 * @param last the highest address
 */
public record AddressRange(long first, long last) implements Comparable<AddressRange> {
    /** All addresses. */
    public static final AddressRange WHOLE = new AddressRange(0, -1);

    /** Refuses a last address below the first. */
    public AddressRange {
        if (Long.compareUnsigned(last, first) < 0) {
            throw new IllegalArgumentException(String.format(
                    "a range from 0x%x cannot end at 0x%x: its last address is below its first", first, last));
        }
    }

    /**
     * Returns the range that starts at an address.
     *
     * @param length in bytes, unsigned, at least 1
     * @throws IllegalArgumentException if it is empty or runs beyond the last address
     */
    public static AddressRange of(long first, long length) {
        if (length == 0) {
            throw new IllegalArgumentException(String.format("the range at 0x%x has no address", first));
        }
        return new AddressRange(first, first + (length - 1));
    }

    /** Tells whether an address is in the range. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - first, last - first) <= 0;
    }

    /** Tells whether the two ranges have an address in common. */
    public boolean intersects(AddressRange other) {
        return Long.compareUnsigned(first, other.last) <= 0 && Long.compareUnsigned(other.first, last) <= 0;
    }

    /**
     * Returns the addresses that both ranges have.
     *
     * @throws IllegalArgumentException if there are none
     */
    public AddressRange intersection(AddressRange other) {
        return new AddressRange(
                Long.compareUnsigned(first, other.first) >= 0 ? first : other.first,
                Long.compareUnsigned(last, other.last) <= 0 ? last : other.last);
    }

    /** Returns how many addresses there are. */
    public RegionSize size() {
        long low = last - first + 1;
        return low == 0 ? RegionSize.WHOLE : RegionSize.of(low);
    }

    /** Orders by first address, then by last, unsigned. */
    @Override
    public int compareTo(AddressRange other) {
        int order = Long.compareUnsigned(first, other.first);
        return order != 0 ? order : Long.compareUnsigned(last, other.last);
    }

    /** Returns both ends in sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x-%016x", first, last);
    }
}
