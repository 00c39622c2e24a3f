// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.Formatter;
import java.util.Locale;

/**
 * The text of the monitor's {@code info ramblock}.
 *
 * <p>A block without a name has an empty first column, as in QEMU. Immutable. QEMU: system/physmem.c, ram_block_format.
 */
public final class RamBlockTable {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    /** Which columns there are. */
    public enum Columns {
        /** Name, page size, offset, used and total length: QEMU 7.2. */
        RELEASE_7_2,
        /** The same, the address in this process, and whether the guest may write: later releases. */
        NEWER
    }

    private RamBlockTable() {}

    /** Returns the table of a list's blocks of this moment with QEMU 7.2's columns; see {@link #of(RamList, Columns)}. */
    public static String of(RamList list) {
        return of(list, Columns.RELEASE_7_2);
    }

    /** Returns the table of a list's blocks of this moment, in list order; each line ends in a line feed. */
    public static String of(RamList list, Columns columns) {
        boolean isWide = columns == Columns.NEWER;
        Formatter text = new Formatter(Locale.ROOT);
        text.format("%24s %8s  %18s %18s %18s", "Block Name", "PSize", "Offset", "Used", "Total");
        if (isWide) {
            text.format(" %18s %3s", "HVA", "RO");
        }
        text.format("\n");
        for (RamBlock block : list.snapshot()) {
            text.format(
                    "%24s %8s  0x%016x 0x%016x 0x%016x",
                    block.idstr(), pageSize(block.pageSize()), block.offset(), block.usedLength(), block.maxLength());
            if (isWide) {
                boolean isReadOnly = block.isReadOnly() || block.owner().isReadOnly();
                text.format(" 0x%016x %3s", block.address(), isReadOnly ? "ro" : "rw");
            }
            text.format("\n");
        }
        return text.toString();
    }

    /** Returns a power of two with the largest unit that leaves no fraction, such as {@code 4 KiB}. */
    private static String pageSize(long bytes) {
        int unit = Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length - 1);
        return (bytes >>> (unit * 10)) + " " + UNITS[unit];
    }
}
