// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;

/**
 * Keeps the process away from the kernel's limit on the number of its mappings, {@code vm.max_map_count}.
 *
 * <p>The JVM maps memory, too, and ends when it is refused some. So the last {@value #RESERVE} mappings are left to it. Counting them
 * all takes the kernel long when there are many; it is done again only when half of what was left may have been used up.
 *
 * <p>Thread-safe. QEMU has no counterpart.
 */
final class MappingBudget {
    /** Mappings that are left to others. */
    static final int RESERVE = 1024;

    /** How many mappings may be made between two counts, whatever is left. */
    static final int LEAST = 256;

    private static final String LIMIT = "/proc/sys/vm/max_map_count";

    /** A block and its guard page. */
    private static final int PER_BLOCK = 2;

    private final Host host;
    private long uncounted = LEAST;

    MappingBudget(Host host) {
        this.host = host;
    }

    /**
     * Notes that a block is going to be mapped.
     *
     * @throws HostException {@code ENOMEM} if there are too many mappings
     */
    synchronized void spend() {
        uncounted -= PER_BLOCK;
        if (uncounted >= 0) {
            return;
        }
        long room;
        try {
            room = limit() - RESERVE - host.countMappings();
        } catch (HostException unknown) {
            // Without /proc nobody can tell; the kernel itself refuses what is too much.
            room = Integer.MAX_VALUE;
        }
        if (room < PER_BLOCK) {
            uncounted = 0;
            throw new HostException("mmap", Errno.ENOMEM);
        }
        uncounted = Math.max(room / 2, LEAST);
    }

    /** Returns what to append to the text of a refusal: the limit if it is why, else nothing. */
    String reasonOf(HostException refusal) {
        if (refusal.errno() != Errno.ENOMEM) {
            return "";
        }
        try {
            long limit = limit();
            long present = host.countMappings();
            return present < limit - RESERVE
                    ? ""
                    : ": the process has " + present + " mappings, and vm.max_map_count allows " + limit + ", of which "
                            + RESERVE + " are left to the JVM";
        } catch (HostException unknown) {
            return "";
        }
    }

    private long limit() {
        return Long.parseLong(host.readText(LIMIT).strip());
    }
}
