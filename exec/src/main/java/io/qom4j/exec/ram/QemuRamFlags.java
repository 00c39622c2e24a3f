// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * What a caller asks of RAM that is made from a file.
 *
 * <p>This is a numbering of its own: {@link #QEMU_RAM_PMEM} has the same bit as {@link RamFlags#RAM_SHARED}, so that the two
 * kinds must never be mixed, and are different types here. By contract, bits without a name are ignored.
 *
 * <p>QEMU dropped these names soon after the patch that brought them, and passes {@code RAM_*} flags today. Immutable.
 *
 * @param bits the wishes; only named bits are kept
 */
public record QemuRamFlags(int bits) {
    /** Map the file so that stores reach it. */
    public static final int QEMU_RAM_SHARE = 1 << 0;

    /** The file is persistent memory. */
    public static final int QEMU_RAM_PMEM = 1 << 1;

    /** Drops bits that have no name. */
    public QemuRamFlags {
        bits &= QEMU_RAM_SHARE | QEMU_RAM_PMEM;
    }

    /** Returns the wishes of a backend. */
    public static QemuRamFlags of(boolean share, boolean pmem) {
        return new QemuRamFlags((share ? QEMU_RAM_SHARE : 0) | (pmem ? QEMU_RAM_PMEM : 0));
    }

    /** Returns whether the file is to be shared. */
    public boolean share() {
        return (bits & QEMU_RAM_SHARE) != 0;
    }

    /** Returns whether the file is persistent memory. */
    public boolean pmem() {
        return (bits & QEMU_RAM_PMEM) != 0;
    }

    /** Returns the flags that the block gets. */
    public RamFlags toRamFlags() {
        return RamFlags.of((share() ? RamFlags.RAM_SHARED : 0) | (pmem() ? RamFlags.RAM_PMEM : 0));
    }
}
