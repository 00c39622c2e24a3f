// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * The service through which changes of regions reach whoever shows them: several changes, one rebuild.
 *
 * <p>Thread-safe: each change runs under the runtime's writer lock. QEMU: system/memory.c,
 * memory_region_transaction_begin and memory_region_transaction_commit.
 */
public interface RegionTransactions {
    /**
     * Runs changes as one. Transactions nest; what was changed becomes visible when the outermost one ends, even if the changes
     * end with an exception.
     */
    void transaction(Runnable changes);

    /** Notes, inside a transaction, that what is visible where may have changed. */
    void topologyChanged();

    /** Notes, inside a transaction, that the events which writes signal, or the parts whose writes may be gathered, have changed. */
    void eventsChanged();
}
