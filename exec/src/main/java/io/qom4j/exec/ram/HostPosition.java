// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A key that orders blocks by host address, then as in the list.
 *
 * @param address host address, unsigned
 * @param slot the block's slot; null stands before every slot at this address
 */
record HostPosition(long address, @Nullable RamSlot slot) {
    static final Comparator<HostPosition> ORDER = HostPosition::compare;

    private static int compare(HostPosition a, HostPosition b) {
        int byAddress = Long.compareUnsigned(a.address, b.address);
        if (byAddress != 0 || a.slot == b.slot) {
            return byAddress;
        }
        if (a.slot == null || b.slot == null) {
            return a.slot == null ? -1 : 1;
        }
        return RamSlot.LIST_ORDER.compare(a.slot, b.slot);
    }
}
