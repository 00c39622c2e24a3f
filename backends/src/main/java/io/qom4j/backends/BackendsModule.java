// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.QomModule;
import io.qom4j.core.Services;
import io.qom4j.core.TypeRegistry;

/**
 * Contributes the memory backends to each new runtime.
 *
 * <p>Given to a builder, it takes the place of the one that was discovered. Thread-safe: it has no state.
 */
public final class BackendsModule implements QomModule {
    private final BackendOptions options;
    private final EpcDevice epc;

    /** Makes the module with {@link BackendOptions#STANDARD}. */
    public BackendsModule() {
        this(BackendOptions.STANDARD);
    }

    /** Makes the module with other options. */
    public BackendsModule(BackendOptions options) {
        this(options, EpcDevice.SGX);
    }

    BackendsModule(BackendOptions options, EpcDevice epc) {
        this.options = options;
        this.epc = epc;
    }

    @Override
    public void registerTypes(TypeRegistry types) {
        types.register(HostMemoryBackend.TYPE_INFO);
        types.register(HostMemoryBackendRam.TYPE_INFO);
        types.register(HostMemoryBackendFile.typeInfo(options.release()));
        types.register(HostMemoryBackendMemfd.TYPE_INFO);
        if (options.release().isAtLeast(QemuRelease.V10_0)) {
            types.register(HostMemoryBackendShm.TYPE_INFO);
        }
        if (epc.opens()) {
            types.register(HostMemoryBackendEpc.typeInfo(epc));
        } else {
            types.registerMissing(
                    HostMemoryBackendEpc.TYPE_NAME,
                    HostMemoryBackendRam.TYPE_NAME,
                    "It needs " + epc.path()
                            + ", which cannot be opened: an SGX processor, and a kernel with SGX for guests.");
        }
        types.register(ThreadContext.TYPE_INFO);
    }

    @Override
    public void offerServices(Services services) {
        services.offer(BackendOptions.class, qom -> options);
        services.offer(BackendDefaults.class, qom -> new BackendDefaults());
        services.offer(SharedFiles.class, qom -> new SharedFiles());
    }
}
