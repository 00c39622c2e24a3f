// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Somebody who follows the blocks of a {@link RamList}, such as a vhost back end that maps them too.
 *
 * <p>Calls come one at a time, in the order of the changes, under the list's lock, from the thread that makes the change. A
 * listener that throws from
 * {@link #added} or {@link #resizing} stops the change. QEMU: include/exec/ramlist.h, RAMBlockNotifier.
 */
public interface RamBlockListener {
    /** Learns of a block that has come; the memory is usable. */
    default void added(RamBlock block) {}

    /** Learns of a block that is about to go; the memory is still usable until this returns. */
    default void removed(RamBlock block) {}

    /** Learns that the used length is about to change; the block still has its old one. Lengths in bytes. */
    default void resizing(RamBlock block, long oldLength, long newLength) {}
}
