// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.TypeInfo;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;

/**
 * A backend of anonymous memory.
 *
 * <p>Any size is taken: the block is rounded up to pages, the region keeps the size as given.
 *
 * <p>As thread-safe as its parent: changed under the runtime's writer lock. QEMU: backends/hostmem-ram.c.
 */
public final class HostMemoryBackendRam extends HostMemoryBackend {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend-ram";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, HostMemoryBackendRam.class)
            .parent(HostMemoryBackend.TYPE_NAME)
            .factory(HostMemoryBackendRam::new)
            .description("Anonymous memory")
            .build();

    private HostMemoryBackendRam() {}

    @Override
    protected RamBlock allocate(RamList list, RamRequest request) {
        return list.allocator().allocate(request);
    }
}
