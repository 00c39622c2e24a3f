// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.util.Objects;

/** A process that makes stores to a device durable, as libpmem says how. */
final class PmemUser {
    private PmemUser() {}

    /**
     * Stores, writes back, and tells.
     *
     * @param args the device
     */
    public static void main(String[] args) {
        try (Backends backends = new Backends()) {
            HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 8192,"
                    + " 'share': true, 'pmem': true, 'persistence': 'required', 'mem-path': '" + args[0] + "'}");
            RamBlock block = Objects.requireNonNull(backend.block());
            block.segment().fill((byte) 7);
            backends.qom.service(RamList.class).writeback().writeBack(block, 100, 5000);
            System.out.println(backend.persistenceStatus());
        }
    }
}
