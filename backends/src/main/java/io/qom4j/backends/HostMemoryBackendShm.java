// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.TemporaryFile;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.util.List;

/**
 * A backend of POSIX shared memory without a name: other processes can be given its descriptor.
 *
 * <p>In QEMU since 9.1, here with {@link QemuRelease#V10_0}.
 *
 * <p>As thread-safe as its parent: changed under the runtime's writer lock. QEMU: backends/hostmem-shm.c.
 */
public final class HostMemoryBackendShm extends HostMemoryBackend {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend-shm";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, HostMemoryBackendShm.class)
            .parent(HostMemoryBackend.TYPE_NAME)
            .factory(HostMemoryBackendShm::new)
            .description("POSIX shared memory without a name")
            .classInit(HostMemoryBackendShm::classInit)
            .build();

    /** Where Linux keeps POSIX shared memory; the name lives for a moment only. */
    private static final String TEMPLATE = "/dev/shm/qemu-backend-XXXXXX";

    private HostMemoryBackendShm() {}

    private static void classInit(ObjectClass oc) {
        oc.overrideDefault("share", true);
    }

    @Override
    boolean needsWholePages() {
        return true;
    }

    @Override
    protected RamBlock allocate(RamList list, RamRequest request) {
        if (!isShared()) {
            throw new ObjectException("can't create shm backend with `share=off`");
        }
        Host host = list.host();
        return Host.handOver(host, createMemory(host), fd -> {
            resize(host, fd);
            return list.allocator().allocateFromFd(request, fd, 0);
        });
    }

    private static int createMemory(Host host) {
        TemporaryFile memory;
        try {
            memory = host.mkstemp(TEMPLATE);
        } catch (HostException refused) {
            throw refused("failed to create POSIX shared memory", refused);
        }
        try {
            host.unlink(memory.path());
        } catch (HostException refused) {
            host.close(memory.fd());
            throw refused("failed to unlink POSIX shared memory " + memory.path(), refused);
        }
        return memory.fd();
    }

    private void resize(Host host, int fd) {
        try {
            host.ftruncate(fd, size());
        } catch (HostException refused) {
            throw refused("failed to resize POSIX shared memory to " + Long.toUnsignedString(size()), refused);
        }
    }

    private static ObjectException refused(String what, HostException cause) {
        return new ObjectException(ErrorClass.GENERIC_ERROR, what + ": " + cause.errorText(), List.of(), cause);
    }
}
