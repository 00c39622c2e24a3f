// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.QomModule;
import io.qom4j.core.Services;
import io.qom4j.core.TypeRegistry;

/** Contributes the memory backends to each new runtime. Thread-safe: it has no state. */
public final class BackendsModule implements QomModule {
    private final BackendOptions options;

    /** Makes the module with {@link BackendOptions#STANDARD}. */
    public BackendsModule() {
        this(BackendOptions.STANDARD);
    }

    /** Makes the module with other options. */
    public BackendsModule(BackendOptions options) {
        this.options = options;
    }

    @Override
    public void registerTypes(TypeRegistry types) {
        types.register(HostMemoryBackend.TYPE_INFO);
        types.register(HostMemoryBackendRam.TYPE_INFO);
        types.register(HostMemoryBackendFile.TYPE_INFO);
        types.register(HostMemoryBackendMemfd.TYPE_INFO);
        types.register(ThreadContext.TYPE_INFO);
    }

    @Override
    public void offerServices(Services services) {
        services.offer(BackendOptions.class, qom -> options);
    }
}
