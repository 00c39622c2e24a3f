// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * A contribution to every new runtime: types, and services that the types need.
 *
 * <p>Found by {@link java.util.ServiceLoader}, or given to {@link Qom.Builder#module}. Thread-safe: it has no state.
 *
 * <pre>{@code
 * public final class BackendsModule implements QomModule {
 *     public void registerTypes(TypeRegistry types) { types.register(HostMemoryBackend.TYPE_INFO); }
 * }
 * }</pre>
 */
public interface QomModule {
    /** Registers the module's types with a new runtime. */
    default void registerTypes(TypeRegistry types) {}

    /** Says which services the module offers; each is made when first asked for. */
    default void offerServices(Services services) {}
}
