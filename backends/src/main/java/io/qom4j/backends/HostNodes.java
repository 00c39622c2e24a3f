// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.error.ValueException;
import java.util.BitSet;

/**
 * A set of the host's NUMA nodes.
 *
 * <p>Like QEMU's it only grows: naming nodes adds them. Confined to the holder of the runtime's writer lock. QEMU:
 * backends/hostmem.c, host_memory_backend_set_host_nodes.
 */
final class HostNodes {
    /** One more than the highest number that a node can have. */
    static final int LIMIT = 128;

    private final BitSet nodes = new BitSet(LIMIT);

    /**
     * Adds nodes, or none if one of them cannot exist.
     *
     * @throws ValueException {@code Invalid host-nodes value: 128}
     */
    void add(long[] numbers) {
        for (long number : numbers) {
            if (number >= LIMIT) {
                throw new ValueException(
                        "Invalid host-nodes value: " + number, "Nodes are numbered from 0 to " + (LIMIT - 1) + ".");
            }
        }
        for (long number : numbers) {
            nodes.set((int) number);
        }
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** Returns the numbers in ascending order. */
    long[] numbers() {
        return nodes.stream().asLongStream().toArray();
    }

    /** Returns the set as a bit mask, 64 nodes in each word. */
    long[] mask() {
        return nodes.toLongArray();
    }

    /** Returns one more than the highest number in the set. */
    int end() {
        return nodes.length();
    }
}
