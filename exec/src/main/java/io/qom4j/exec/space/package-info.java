// SPDX-License-Identifier: Apache-2.0
/**
 * Address spaces: the map of guest memory as those who use it see it, and how changes of the map reach them.
 *
 * <p>The {@link io.qom4j.exec.space.MemoryTopology} of a runtime has its {@link io.qom4j.exec.space.AddressSpace}s. When a transaction ends it
 * makes new flat views, publishes each in one step, and tells listeners.
 *
 * <pre>{@code
 * MemoryTopology topology = qom.service(MemoryTopology.class);
 * AddressSpace memory = topology.newAddressSpace("memory", system);
 * topology.transaction(() -> {
 *     system.addSubregion(0, ram);
 *     system.addSubregion(0x1000_0000, uart);
 * });
 * memory.putInt(0x1000, 42, ByteOrder.LITTLE_ENDIAN);
 * }</pre>
 *
 * <p><strong>What is guaranteed.</strong> Readers never wait, and see the map as it was before or after a transaction, never between. A device
 * gets only accesses that its rules allow. What can be seen stays alive. Memory of a file that was cut is an exception, never the end of the JVM.
 *
 * <p>Which type plays which of QEMU's roles:
 *
 * <table>
 * <caption>Roles</caption>
 * <tr><th>QEMU</th><th>here</th></tr>
 * <tr><td>AddressSpace, address_space_rw and its sisters</td><td>{@link io.qom4j.exec.space.AddressSpace}</td></tr>
 * <tr><td>address_space_ldl_le and its sisters</td><td>{@link io.qom4j.exec.space.MemoryWords}</td></tr>
 * <tr><td>address_space_map</td><td>{@link io.qom4j.exec.space.GuestMapping}</td></tr>
 * <tr><td>address_space_translate</td><td>{@link io.qom4j.exec.space.Translation}</td></tr>
 * <tr><td>memory_region_transaction_begin and _commit, the list of address spaces</td><td>{@link io.qom4j.exec.space.MemoryTopology}</td></tr>
 * <tr><td>memory_global_dirty_log_start and its sisters</td><td>{@link io.qom4j.exec.space.DirtyTracking}</td></tr>
 * </table>
 */
@NullMarked
package io.qom4j.exec.space;

import org.jspecify.annotations.NullMarked;
