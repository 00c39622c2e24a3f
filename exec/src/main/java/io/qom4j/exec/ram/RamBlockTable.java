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

    private RamBlockTable() {}

    /** Returns the table of a list's blocks of this moment, in list order; each line ends in a line feed. */
    public static String of(RamList list) {
        Formatter text = new Formatter(Locale.ROOT);
        text.format("%24s %8s  %18s %18s %18s\n", "Block Name", "PSize", "Offset", "Used", "Total");
        for (RamBlock block : list.snapshot()) {
            text.format(
                    "%24s %8s  0x%016x 0x%016x 0x%016x\n",
                    block.idstr(), pageSize(block.pageSize()), block.offset(), block.usedLength(), block.maxLength());
        }
        return text.toString();
    }

    /** Returns a power of two with the largest unit that leaves no fraction, such as {@code 4 KiB}. */
    private static String pageSize(long bytes) {
        int unit = Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length - 1);
        return (bytes >>> (unit * 10)) + " " + UNITS[unit];
    }
}
