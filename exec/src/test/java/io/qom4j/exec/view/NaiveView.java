// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.math.BigInteger;
import net.jqwik.api.Assume;

/** Who answers at one address, found the slow way: from the root down for each address anew, in numbers without end. */
final class NaiveView {
    private static final int DEEP = 500;

    /** What is seen at an address. */
    record Seen(MemoryRegion region, BigInteger offset, boolean isReadOnly, boolean isNonvolatile) {}

    private NaiveView() {}

    /** Returns what is seen at an address of a space with this root, or null. */
    static Seen at(MemoryRegion root, BigInteger address) {
        return root == null ? null : at(root, address, false, false, 0);
    }

    private static Seen at(MemoryRegion region, BigInteger place, boolean readOnly, boolean nonvolatile, int depth) {
        if (depth > DEEP) {
            Assume.that(false);
        }
        BigInteger offset = place.subtract(unsigned(region.address()));
        if (!region.isEnabled() || offset.signum() < 0 || offset.compareTo(size(region)) >= 0) {
            return null;
        }
        boolean ro = readOnly || region.isReadOnly();
        boolean nv = nonvolatile || region.isNonvolatile();
        MemoryRegion target = region.aliasTarget();
        if (target != null) {
            BigInteger shown = offset.add(unsigned(region.aliasOffset())).add(unsigned(target.address()));
            return at(target, shown, ro, nv, depth + 1);
        }
        for (MemoryRegion child : region.subregions()) {
            Seen seen = at(child, offset, ro, nv, depth + 1);
            if (seen != null) {
                return seen;
            }
        }
        return region.content().terminates() ? new Seen(region, offset, ro, nv) : null;
    }

    /** Returns where rendering starts, by its definition. */
    static MemoryRegion effectiveRoot(MemoryRegion root) {
        if (!root.isEnabled()) {
            return null;
        }
        MemoryRegion target = root.aliasTarget();
        if (target != null) {
            boolean isWhole = root.aliasOffset() == 0 && size(root).compareTo(size(target)) >= 0;
            return isWhole ? effectiveRoot(target) : root;
        }
        if (root.content().terminates()) {
            return root;
        }
        var enabled = root.subregions().stream().filter(MemoryRegion::isEnabled).toList();
        if (enabled.isEmpty()) {
            return null;
        }
        MemoryRegion only = enabled.getFirst();
        boolean fits = enabled.size() == 1 && only.address() == 0 && size(root).compareTo(size(only)) >= 0;
        return fits ? effectiveRoot(only) : root;
    }

    static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    private static BigInteger size(MemoryRegion region) {
        return region.size().equals(RegionSize.WHOLE)
                ? BigInteger.ONE.shiftLeft(64)
                : unsigned(region.size().low());
    }
}
