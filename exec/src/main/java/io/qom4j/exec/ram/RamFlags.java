// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.ArrayList;
import java.util.List;

/**
 * The set of properties that a RAM block has.
 *
 * <p>The four lowest bits are those of the patch that brought {@code pmem} in; QEMU renumbered one of them before its release.
 * Later flags keep their later names and take the free bits from {@code 1 << 4} up, which for most of them is where QEMU has
 * them today.
 *
 * <table>
 * <caption>Bits here and in QEMU today</caption>
 * <tr><th>name</th><th>word</th><th>here</th><th>QEMU today</th><th>meaning</th></tr>
 * <tr><td>RAM_PREALLOC</td><td>prealloc</td><td>1&lt;&lt;0</td><td>1&lt;&lt;0</td><td>the caller supplied the memory; it is never unmapped here</td></tr>
 * <tr><td>RAM_SHARED</td><td>shared</td><td>1&lt;&lt;1</td><td>1&lt;&lt;1</td><td>stores reach the file and other mappings</td></tr>
 * <tr><td>RAM_RESIZEABLE</td><td>resizeable</td><td>1&lt;&lt;2</td><td>1&lt;&lt;2</td><td>the used length may change</td></tr>
 * <tr><td>RAM_PMEM</td><td>pmem</td><td><strong>1&lt;&lt;3</strong></td><td>1&lt;&lt;5</td><td>persistent memory</td></tr>
 * <tr><td>RAM_UF_ZEROPAGE</td><td>uf-zeropage</td><td><strong>1&lt;&lt;4</strong></td><td>1&lt;&lt;3</td><td>userfaultfd can place zero pages</td></tr>
 * <tr><td>RAM_MIGRATABLE</td><td>migratable</td><td><strong>1&lt;&lt;5</strong></td><td>1&lt;&lt;4</td><td>takes part in migration</td></tr>
 * <tr><td>RAM_UF_WRITEPROTECT</td><td>uf-writeprotect</td><td>1&lt;&lt;6</td><td>1&lt;&lt;6</td><td>userfaultfd write protection is on</td></tr>
 * <tr><td>RAM_NORESERVE</td><td>noreserve</td><td>1&lt;&lt;7</td><td>1&lt;&lt;7</td><td>no swap space or huge pages are reserved</td></tr>
 * <tr><td>RAM_PROTECTED</td><td>protected</td><td>1&lt;&lt;8</td><td>1&lt;&lt;8</td><td>contents cannot be read in the ordinary way</td></tr>
 * <tr><td>RAM_NAMED_FILE</td><td>named-file</td><td>1&lt;&lt;9</td><td>1&lt;&lt;9</td><td>a file that has a name backs it</td></tr>
 * <tr><td>RAM_READONLY</td><td>readonly</td><td>1&lt;&lt;10</td><td>1&lt;&lt;10</td><td>the mapping can only be read</td></tr>
 * <tr><td>RAM_READONLY_FD</td><td>readonly-fd</td><td>1&lt;&lt;11</td><td>1&lt;&lt;11</td><td>the file was opened for reading only</td></tr>
 * <tr><td>RAM_GUEST_MEMFD</td><td>guest-memfd</td><td>1&lt;&lt;12</td><td>1&lt;&lt;12</td><td>has a private memory file of the accelerator</td></tr>
 * <tr><td>RAM_PRIVATE</td><td>private</td><td>1&lt;&lt;13</td><td>1&lt;&lt;13</td><td>at creation only: the caller insists on a private mapping</td></tr>
 * </table>
 *
 * <p>Immutable. QEMU: include/system/memory.h, RAM_SHARED and its neighbours.
 *
 * @param bits the flags; bits above {@link #RAM_PRIVATE} are refused
 */
public record RamFlags(int bits) {
    /** The caller supplied the memory; it is never unmapped here. */
    public static final int RAM_PREALLOC = 1 << 0;

    /** Stores reach the file and other mappings. */
    public static final int RAM_SHARED = 1 << 1;

    /** The used length may change. */
    public static final int RAM_RESIZEABLE = 1 << 2;

    /** Persistent memory. */
    public static final int RAM_PMEM = 1 << 3;

    /** userfaultfd can place zero pages. */
    public static final int RAM_UF_ZEROPAGE = 1 << 4;

    /** The block takes part in migration. */
    public static final int RAM_MIGRATABLE = 1 << 5;

    /** userfaultfd write protection is on. */
    public static final int RAM_UF_WRITEPROTECT = 1 << 6;

    /** No swap space or huge pages are reserved. */
    public static final int RAM_NORESERVE = 1 << 7;

    /** Contents cannot be read in the ordinary way. */
    public static final int RAM_PROTECTED = 1 << 8;

    /** A file that has a name backs the block. */
    public static final int RAM_NAMED_FILE = 1 << 9;

    /** The mapping can only be read. */
    public static final int RAM_READONLY = 1 << 10;

    /** The file was opened for reading only. */
    public static final int RAM_READONLY_FD = 1 << 11;

    /** The block has a private memory file of the accelerator. */
    public static final int RAM_GUEST_MEMFD = 1 << 12;

    /** At creation only: the caller insists on a private mapping. */
    public static final int RAM_PRIVATE = 1 << 13;

    /** No flag. */
    public static final RamFlags NONE = new RamFlags(0);

    private static final int ALL = (RAM_PRIVATE << 1) - 1;

    private static final List<String> WORDS = List.of(
            "prealloc",
            "shared",
            "resizeable",
            "pmem",
            "uf-zeropage",
            "migratable",
            "uf-writeprotect",
            "noreserve",
            "protected",
            "named-file",
            "readonly",
            "readonly-fd",
            "guest-memfd",
            "private");

    /** Refuses bits that have no name, and {@link #RAM_SHARED} together with {@link #RAM_PRIVATE}. */
    public RamFlags {
        if ((bits & ~ALL) != 0) {
            throw new IllegalArgumentException(
                    "RAM flags 0x" + Integer.toHexString(bits) + " have bits outside of 0x" + Integer.toHexString(ALL));
        }
        if ((bits & RAM_SHARED) != 0 && (bits & RAM_PRIVATE) != 0) {
            throw new IllegalArgumentException("RAM_SHARED and RAM_PRIVATE exclude each other");
        }
    }

    /** Returns the set of these bits. */
    public static RamFlags of(int bits) {
        return bits == 0 ? NONE : new RamFlags(bits);
    }

    /** Returns whether all of these bits are set. */
    public boolean has(int mask) {
        return (bits & mask) == mask;
    }

    /** Returns this with these bits set as well. */
    public RamFlags with(int mask) {
        return of(bits | mask);
    }

    /** Returns this with these bits set or clear. */
    public RamFlags with(int mask, boolean set) {
        return set ? with(mask) : without(mask);
    }

    /** Returns this without these bits. */
    public RamFlags without(int mask) {
        return of(bits & ~mask);
    }

    /** Returns the words of the bits that are set, lowest first and blanks between, such as {@code shared pmem}. */
    public String words() {
        List<String> words = new ArrayList<>();
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            words.add(WORDS.get(Integer.numberOfTrailingZeros(rest)));
        }
        return String.join(" ", words);
    }

    @Override
    public String toString() {
        return "RamFlags[" + words() + "]";
    }
}
