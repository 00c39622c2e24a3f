// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.text.StringInputVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import java.util.BitSet;
import java.util.List;

/** The processors that belong to a NUMA node of the host, as Linux tells them. */
final class NodeProcessors {
    private NodeProcessors() {}

    /**
     * Returns the processors of a node.
     *
     * @throws ObjectException if there is no such node or it has none
     */
    static BitSet of(Host host, long node) {
        String text;
        try {
            text = host.readText("/sys/devices/system/node/node" + node + "/cpulist")
                    .strip();
        } catch (HostException absent) {
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR, "Node " + node + " does not exist on this host", List.of(), absent);
        }
        BitSet cpus = new BitSet();
        InputVisitor list = new StringInputVisitor(text, WarningSink.IGNORE);
        list.beginList(null);
        while (list.nextElement()) {
            cpus.set((int) list.readUint(null, Short.SIZE));
        }
        list.endList();
        if (cpus.isEmpty()) {
            throw new ObjectException("Node " + node + " has no processors");
        }
        return cpus;
    }
}
