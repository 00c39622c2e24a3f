// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;

/**
 * The question whether the kernel heeds a mapping's wish not to reserve swap space.
 *
 * <p>QEMU: util/mmap-alloc.c, map_noreserve_effective.
 */
final class SwapReservation {
    private static final String POLICY = "/proc/sys/vm/overcommit_memory";

    private SwapReservation() {}

    /** Refuses, with a text that begins as given, if the kernel would reserve all the same. */
    static void requireSkippable(Host host, String beginning) {
        String policy;
        try {
            policy = host.readText(POLICY);
        } catch (HostException unknown) {
            // Without /proc nobody can tell; the mapping itself shows.
            return;
        }
        if (policy.startsWith("2")) {
            throw new RamException(
                    beginning + "Skipping reservation of swap space is not supported: \"" + POLICY + "\" is \"2\"",
                    "set reserve=on, or let the kernel overcommit");
        }
    }
}
