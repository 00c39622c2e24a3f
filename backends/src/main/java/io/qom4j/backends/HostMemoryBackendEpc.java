// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.OpenFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.util.List;

/**
 * A backend of pages of the processor's enclave page cache (SGX), whose contents only enclaves can read.
 *
 * <p>Registered only where the device can be opened.
 *
 * <p>As thread-safe as its parent: changed under the runtime's writer lock. QEMU: backends/hostmem-epc.c.
 */
public final class HostMemoryBackendEpc extends HostMemoryBackend {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend-epc";

    private final EpcDevice device;

    private HostMemoryBackendEpc(EpcDevice device) {
        this.device = device;
    }

    /** Returns the type of backends from a device. */
    static TypeInfo typeInfo(EpcDevice device) {
        return TypeInfo.of(TYPE_NAME, HostMemoryBackendEpc.class)
                .parent(HostMemoryBackend.TYPE_NAME)
                .factory(() -> new HostMemoryBackendEpc(device))
                .description("Enclave memory (SGX)")
                .classInit(HostMemoryBackendEpc::classInit)
                .build();
    }

    private static void classInit(ObjectClass oc) {
        oc.overrideDefault("share", true);
        oc.overrideDefault("merge", false);
        oc.overrideDefault("dump", false);
    }

    @Override
    boolean alwaysUsesCanonicalPath() {
        return true;
    }

    @Override
    boolean needsWholePages() {
        return true;
    }

    @Override
    protected RamBlock allocate(RamList list, RamRequest request) {
        Host host = list.host();
        RamRequest protectedMemory = request.withFlags(request.flags().with(RamFlags.RAM_PROTECTED));
        return Host.handOver(host, open(host), fd -> list.allocator().allocateFromFd(protectedMemory, fd, 0));
    }

    private int open(Host host) {
        try {
            return host.open(device.path().toString(), OpenFlags.O_RDWR | OpenFlags.O_CLOEXEC, 0);
        } catch (HostException refused) {
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR,
                    "Could not open '" + device.path() + "': " + refused.errorText(),
                    List.of(),
                    refused);
        }
    }
}
