// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.exec.host.GuardedMemory;

/** Memory that is only spoken of: there are no bytes. Immutable. */
enum DescribedMemory implements RegionMemory {
    /** The only one; it has no state. */
    INSTANCE;

    @Override
    public GuardedMemory guarded() {
        throw new IllegalStateException("the memory of this region is only described, not there");
    }

    @Override
    public boolean mayFault() {
        return true;
    }

    @Override
    public RegionSize capacity() {
        return RegionSize.WHOLE;
    }
}
