// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import java.util.List;

/**
 * The regions of a machine and its address spaces, as a file describes them.
 *
 * <p>Immutable.
 *
 * @param spaces the address spaces
 * @param regions the regions
 */
record RecordedMachine(List<Space> spaces, List<RecordedRegion> regions) {
    /**
     * An address space.
     *
     * @param name its name
     * @param root the id of its root
     */
    record Space(String name, long root) {}

    RecordedMachine {
        spaces = List.copyOf(spaces);
        regions = List.copyOf(regions);
    }
}
