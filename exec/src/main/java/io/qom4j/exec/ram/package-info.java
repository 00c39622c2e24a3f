// SPDX-License-Identifier: Apache-2.0
/**
 * Guest RAM: blocks of host memory, their places in the ram_addr space, and which of their pages were written.
 *
 * <p>A {@link io.qom4j.exec.ram.RamBlock} is a piece of guest RAM. One {@link io.qom4j.exec.ram.RamList} per runtime keeps all of them; its
 * {@link io.qom4j.exec.ram.RamAllocator} makes them from nothing, from memory, from a descriptor or from a file.
 *
 * <pre>{@code
 * try (RamList ram = new RamList(Host.system())) {
 *     RamBlock block = ram.allocator().allocate(RamRequest.of(RamBlockOwner.named("m0"), 1 << 20));
 *     block.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 42);
 *     ram.dirty().markDirty(block.offset(), 1, DirtyClient.ALL);
 * }
 * }</pre>
 *
 * <p>Persistent memory is a file with {@link io.qom4j.exec.ram.RamFlags#RAM_SHARED} and {@link io.qom4j.exec.ram.RamFlags#RAM_PMEM}:
 *
 * <pre>{@code
 * RamRequest request = RamRequest.of(owner, size).withFlags(QemuRamFlags.of(true, true));
 * RamBlock block = ram.allocator().allocateFromFile(request, "/mnt/dax/nvdimm0", 0);
 * block.isPmem();       // true: whoever writes to it makes the write durable
 * block.persistence();  // whether that can work here, and why
 * }</pre>
 *
 * <p>Which type plays which of QEMU's roles:
 *
 * <table>
 * <caption>Roles</caption>
 * <tr><th>QEMU</th><th>here</th></tr>
 * <tr><td>RAMBlock</td><td>{@link io.qom4j.exec.ram.RamBlock}</td></tr>
 * <tr><td>RAMList, ram_list</td><td>{@link io.qom4j.exec.ram.RamList}, one per runtime</td></tr>
 * <tr><td>RAM_* flags; QEMU_RAM_* flags</td><td>{@link io.qom4j.exec.ram.RamFlags}; {@link io.qom4j.exec.ram.QemuRamFlags}</td></tr>
 * <tr><td>find_ram_offset</td><td>{@link io.qom4j.exec.ram.RamPlacement}</td></tr>
 * <tr><td>qemu_ram_alloc*</td><td>{@link io.qom4j.exec.ram.RamAllocator}</td></tr>
 * <tr><td>ram_list.dirty_memory</td><td>{@link io.qom4j.exec.ram.DirtyMemory}</td></tr>
 * <tr><td>RAMBlockNotifier</td><td>{@link io.qom4j.exec.ram.RamBlockListener}</td></tr>
 * <tr><td>RCU read lock around a block's use</td><td>the segment's life: use after freeing throws</td></tr>
 * </table>
 */
@NullMarked
package io.qom4j.exec.ram;

import org.jspecify.annotations.NullMarked;
