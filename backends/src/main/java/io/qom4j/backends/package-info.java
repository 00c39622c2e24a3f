// SPDX-License-Identifier: Apache-2.0

/**
 * Memory backends: objects that own host memory and lend it to a guest.
 *
 * <p>A backend is made in three steps, by whoever makes it: the object, its properties, its completion. Completion is where the
 * memory comes from: {@link io.qom4j.backends.HostMemoryBackend#complete} has the concrete type make a RAM block, binds it to NUMA
 * nodes, populates it, and shows it as a memory region, the backend's child. Whatever step fails, those before it are undone, the file
 * on the disk included.
 *
 * <pre>{@code
 * try (Qom qom = Qom.create()) {
 *     ConfigLoader.of(qom)
 *             .text("{'qom-type': 'memory-backend-file', 'id': 'm0', 'mem-path': 'nv.img', 'size': '1G', 'share': true}", "here")
 *             .load();
 *     HostMemoryBackend m0 = qom.resolve("/objects/m0").as(HostMemoryBackend.class);
 *     m0.block().segment();              // the guest's memory, which is the file
 *     m0.block().persistence();          // what it survives
 * }
 * }</pre>
 *
 * <table>
 * <caption>The types</caption>
 * <tr><th>type</th><th>class</th><th>memory</th></tr>
 * <tr><td>{@code memory-backend-ram}</td><td>{@link io.qom4j.backends.HostMemoryBackendRam}</td><td>anonymous</td></tr>
 * <tr><td>{@code memory-backend-file}</td><td>{@link io.qom4j.backends.HostMemoryBackendFile}</td><td>a file, perhaps persistent</td></tr>
 * <tr><td>{@code memory-backend-memfd}</td><td>{@link io.qom4j.backends.HostMemoryBackendMemfd}</td><td>a file without a name</td></tr>
 * <tr><td>{@code memory-backend-shm}</td><td>{@link io.qom4j.backends.HostMemoryBackendShm}</td><td>POSIX shared memory; QEMU 10.0</td></tr>
 * <tr><td>{@code memory-backend-epc}</td><td>{@link io.qom4j.backends.HostMemoryBackendEpc}</td><td>enclave pages, where there are any</td></tr>
 * </table>
 *
 * <p>Which QEMU release's types, properties and answers there are is a choice, {@link io.qom4j.backends.QemuRelease}; so is whether a
 * failed completion leaves its file behind, as QEMU does: {@link io.qom4j.backends.BackendOptions}.
 */
@NullMarked
package io.qom4j.backends;

import org.jspecify.annotations.NullMarked;
