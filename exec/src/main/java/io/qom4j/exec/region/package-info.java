// SPDX-License-Identifier: Apache-2.0
/**
 * Memory regions: the pieces of which the map of guest memory is made, and the rules by which devices answer.
 *
 * <p>A {@link io.qom4j.exec.region.MemoryRegion} is a container, RAM, a ROM, a device's registers, or a window on another region
 * ({@link io.qom4j.exec.region.RegionContent} lists all kinds). Regions are put into each other; where they overlap, priorities decide.
 *
 * <pre>{@code
 * MemoryRegion system = MemoryRegion.free(qom, "system").container(RegionSize.WHOLE);
 * MemoryRegion ram = MemoryRegion.free(qom, "ram").ram(RegionMemory.of(segment));
 * MemoryRegion rom = MemoryRegion.free(qom, "boot").rom(RegionMemory.of(firmware));
 * system.addSubregion(0, ram);
 * system.addSubregion(0xf0000, rom, 1);       // in front of the RAM
 * }</pre>
 *
 * <p><strong>What is guaranteed.</strong> Whoever reads guest memory meanwhile sees the map before or after a transaction, never between.
 *
 * <p>Which type plays which of QEMU's roles:
 *
 * <table>
 * <caption>Roles</caption>
 * <tr><th>QEMU</th><th>here</th></tr>
 * <tr><td>MemoryRegion</td><td>{@link io.qom4j.exec.region.MemoryRegion}</td></tr>
 * <tr><td>memory_region_init and its sisters</td><td>{@link io.qom4j.exec.region.RegionFactory}</td></tr>
 * <tr><td>MemoryRegionOps</td><td>{@link io.qom4j.exec.region.RegionOps} and {@link io.qom4j.exec.region.AccessRules}</td></tr>
 * <tr><td>MemTxResult, MemTxAttrs</td><td>{@link io.qom4j.exec.region.MemTxResult}, {@link io.qom4j.exec.region.MemTxAttributes}</td></tr>
 * <tr><td>Int128 sizes</td><td>{@link io.qom4j.exec.region.RegionSize}</td></tr>
 * <tr><td>AddrRange</td><td>{@link io.qom4j.exec.region.AddressRange}</td></tr>
 * <tr><td>MemoryRegionIoeventfd</td><td>{@link io.qom4j.exec.region.IoEvent}</td></tr>
 * <tr><td>IOMMUMemoryRegionClass</td><td>{@link io.qom4j.exec.region.IommuTranslator}</td></tr>
 * </table>
 */
@NullMarked
package io.qom4j.exec.region;

import org.jspecify.annotations.NullMarked;
