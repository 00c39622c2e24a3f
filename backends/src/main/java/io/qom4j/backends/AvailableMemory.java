// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.ram.PersistenceStatus;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory the host could give, by its own estimate, so that preallocation of more is refused.
 *
 * <p>The kernel itself says no only to what is plainly absurd. Of the rest it kills a process when memory has run out, most likely the
 * one that is just taking so much: this one. Immutable.
 *
 * @param bytes what is available, swap space included; negative if nobody can tell
 */
record AvailableMemory(long bytes) {
    private static final String SOURCE = "/proc/meminfo";
    private static final Pattern LINE = Pattern.compile("^(MemAvailable|SwapFree): +(\\d+) kB$", Pattern.MULTILINE);

    static AvailableMemory of(Host host) {
        String text;
        try {
            text = host.readText(SOURCE);
        } catch (HostException unknown) {
            return new AvailableMemory(-1);
        }
        long sum = 0;
        boolean isKnown = false;
        for (Matcher line = LINE.matcher(text); line.find(); ) {
            sum += Long.parseLong(line.group(2)) << 10;
            isKnown |= line.group(1).equals("MemAvailable");
        }
        return new AvailableMemory(isKnown ? sum : -1);
    }

    /**
     * Refuses to populate a fresh block that is larger than what there is. A file on a disk is never too large: its pages can be
     * written back; nor are huge pages, which the kernel has set aside.
     *
     * @throws RamException {@code qemu_prealloc_mem: preallocating memory failed: Cannot allocate memory}
     */
    static void require(Host host, RamBlock block) {
        if (!(block.persistence() instanceof PersistenceStatus.NotPersistent) || block.pageSize() != host.pageSize()) {
            return;
        }
        long available = of(host).bytes();
        if (available >= 0 && block.usedLength() > available) {
            throw new RamException(
                    "qemu_prealloc_mem: preallocating memory failed: "
                            + Errno.of(Errno.ENOMEM).text(),
                    List.of("block '" + block.label() + "' has 0x" + Long.toHexString(block.usedLength())
                            + " bytes; the host has 0x" + Long.toHexString(available)
                            + " left (MemAvailable and SwapFree in " + SOURCE + ")"),
                    null);
        }
    }
}
