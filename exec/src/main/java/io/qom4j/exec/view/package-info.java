// SPDX-License-Identifier: Apache-2.0
/**
 * Flat views: what can be seen of a tree of regions, address by address, and how listeners follow it.
 *
 * <p>{@link io.qom4j.exec.view.ViewRenderer} makes a {@link io.qom4j.exec.view.FlatView} of {@link io.qom4j.exec.view.FlatRange}s;
 * {@link io.qom4j.exec.view.ViewDiff} tells {@link io.qom4j.exec.view.MemoryListener}s what changed from one to the next.
 *
 * <pre>{@code
 * FlatView view = space.view();
 * for (FlatRange range : view.ranges()) {
 *     System.out.println(range);      // 0000000000000000-000000000009ffff ram
 * }
 * }</pre>
 *
 * <p><strong>What is guaranteed.</strong> Ranges are in ascending order and do not overlap; no two neighbours could be one. A view never
 * changes. Making one takes O(n log n) for n regions, however they overlap.
 *
 * <p>Which type plays which of QEMU's roles:
 *
 * <table>
 * <caption>Roles</caption>
 * <tr><th>QEMU</th><th>here</th></tr>
 * <tr><td>FlatView, FlatRange, MemoryRegionSection</td><td>{@link io.qom4j.exec.view.FlatView}, {@link io.qom4j.exec.view.FlatRange}</td></tr>
 * <tr><td>render_memory_region, flatview_simplify</td><td>{@link io.qom4j.exec.view.ViewRenderer}</td></tr>
 * <tr><td>memory_region_get_flatview_root</td><td>{@link io.qom4j.exec.view.EffectiveRoot}</td></tr>
 * <tr><td>AddressSpaceDispatch, PhysPageMap</td><td>{@link io.qom4j.exec.view.RangeIndex}</td></tr>
 * <tr><td>MemoryListener</td><td>{@link io.qom4j.exec.view.MemoryListener}</td></tr>
 * </table>
 */
@NullMarked
package io.qom4j.exec.view;

import org.jspecify.annotations.NullMarked;
