// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.core.Qom;
import io.qom4j.exec.region.RegionTransactions;

/** The map of guest memory of one runtime: its transactions. */
public final class MemoryTopology implements RegionTransactions {
    private final Qom qom;
    private int depth;

    /** Makes the map of a runtime. */
    public MemoryTopology(Qom qom) {
        this.qom = qom;
    }

    @Override
    public void transaction(Runnable changes) {
        qom.exclusively(() -> {
            depth++;
            try {
                changes.run();
            } finally {
                depth--;
            }
        });
    }

    @Override
    public void topologyChanged() {}

    @Override
    public void eventsChanged() {}
}
