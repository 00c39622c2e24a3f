// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Somebody who wants to know which pages were written since he last looked.
 *
 * <p>Sets of clients are bit masks made of {@link #mask()}. Immutable. QEMU: include/exec/ramlist.h, DIRTY_MEMORY_VGA.
 */
public enum DirtyClient {
    /** The display: which parts of a frame buffer to draw again. */
    VGA(0),
    /** The translator: which guest code may have been changed (a clear bit means that translated code exists). */
    CODE(1),
    /** Migration: which pages to send again. */
    MIGRATION(2);

    /** The mask of all clients. */
    public static final int ALL = (1 << 3) - 1;

    /** The mask of all clients but {@link #CODE}. */
    public static final int NO_CODE = ALL & ~(1 << 1);

    private final int number;

    DirtyClient(int number) {
        this.number = number;
    }

    /** Returns QEMU's number for this client, from 0 up. */
    public int number() {
        return number;
    }

    /** Returns the bit that stands for this client in a mask. */
    public int mask() {
        return 1 << number;
    }
}
