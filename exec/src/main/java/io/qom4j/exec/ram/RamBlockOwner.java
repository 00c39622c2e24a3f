// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Whoever a RAM block belongs to, usually a memory region.
 *
 * <p>Methods are called under the list's lock and must not call back into it from another thread. QEMU: the {@code mr} of a
 * RAMBlock.
 */
public interface RamBlockOwner {
    /** Returns the owner's name, which texts quote and the block's own name ends in. */
    String name();

    /** Returns the path of the device that the owner belongs to, for example {@code 0000:00:02.0}; empty if none. */
    default String devicePath() {
        return "";
    }

    /** Tells whether a machine uses the block as the guest's memory; see {@link RamPageSizes}. */
    default boolean isMapped() {
        return false;
    }

    /** Tells whether the guest may only read, although the memory itself could be written: a ROM. */
    default boolean isReadOnly() {
        return false;
    }

    /** Learns that the block has another size now: bytes as asked for, not rounded to pages. */
    default void resized(long newSize) {}

    /** Returns an owner that has a name and nothing else. */
    static RamBlockOwner named(String name) {
        return () -> name;
    }
}
