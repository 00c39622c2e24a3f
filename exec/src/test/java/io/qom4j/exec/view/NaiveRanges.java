// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Assume;

/**
 * A flat view made the slow way: from the front to the back, each region fills the gaps that it finds, one range at a time, in numbers
 * without end.
 */
final class NaiveRanges {
    private static final BigInteger END = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final int DEEP = 500;
    private static final int MANY = 20_000;

    /** What is seen between two addresses, the second excluded; {@code shift} is what a region's offset 0 would have as address. */
    private record Piece(BigInteger from, BigInteger to, MemoryRegion region, BigInteger shift, Flags flags) {
        BigInteger offset() {
            return from.subtract(shift);
        }

        boolean continuesWith(Piece next) {
            return to.equals(next.from)
                    && region == next.region
                    && shift.equals(next.shift)
                    && flags.equals(next.flags)
                    && !flags.isUnmergeable;
        }
    }

    private record Flags(boolean isReadOnly, boolean isNonvolatile, boolean isUnmergeable) {
        Flags with(MemoryRegion region) {
            return new Flags(
                    isReadOnly || region.isReadOnly(),
                    isNonvolatile || region.isNonvolatile(),
                    isUnmergeable || region.isUnmergeable());
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    private NaiveRanges() {}

    /** Returns the ranges that are seen from an effective root, as {@link FlatRange#toString} with kind and flags. */
    static List<String> of(MemoryRegion root) {
        NaiveRanges ranges = new NaiveRanges();
        if (root != null) {
            ranges.render(root, BigInteger.ZERO, BigInteger.ZERO, END, new Flags(false, false, false), 0);
        }
        return ranges.merged().stream().map(NaiveRanges::text).toList();
    }

    /** Returns a range of a view in the same form. */
    static String text(FlatRange range) {
        return text(new Piece(
                NaiveView.unsigned(range.first()),
                NaiveView.unsigned(range.last()).add(BigInteger.ONE),
                range.region(),
                NaiveView.unsigned(range.first()).subtract(NaiveView.unsigned(range.offset())),
                new Flags(range.isReadOnly(), range.isNonvolatile(), range.isUnmergeable())));
    }

    private static String text(Piece piece) {
        String kind = piece.flags.isReadOnly ? "rom" : piece.region.typeWord();
        return piece.from.toString(16) + "-" + piece.to.toString(16) + " " + kind + " " + piece.region.regionName()
                + " @" + piece.offset().toString(16) + " " + piece.flags;
    }

    private void render(MemoryRegion region, BigInteger base, BigInteger low, BigInteger high, Flags above, int depth) {
        Assume.that(depth < DEEP && pieces.size() < MANY);
        BigInteger shift = base.add(NaiveView.unsigned(region.address()));
        BigInteger from = low.max(shift);
        BigInteger to = high.min(shift.add(size(region)));
        if (!region.isEnabled() || from.compareTo(to) >= 0) {
            return;
        }
        Flags flags = above.with(region);
        MemoryRegion target = region.aliasTarget();
        if (target != null) {
            BigInteger origin = shift.subtract(NaiveView.unsigned(region.aliasOffset()));
            render(target, origin.subtract(NaiveView.unsigned(target.address())), from, to, flags, depth + 1);
            return;
        }
        for (MemoryRegion child : region.subregions()) {
            render(child, shift, from, to, flags, depth + 1);
        }
        if (region.content().terminates()) {
            fillGaps(from, to, region, shift, flags);
        }
    }

    private void fillGaps(BigInteger from, BigInteger to, MemoryRegion region, BigInteger shift, Flags flags) {
        List<Piece> found = new ArrayList<>();
        BigInteger at = from;
        for (Piece taken : pieces) {
            if (at.compareTo(to.min(taken.from)) < 0) {
                found.add(new Piece(at, to.min(taken.from), region, shift, flags));
            }
            at = at.max(taken.to);
        }
        if (at.compareTo(to) < 0) {
            found.add(new Piece(at, to, region, shift, flags));
        }
        pieces.addAll(found);
        pieces.sort(Comparator.comparing(Piece::from));
    }

    private List<Piece> merged() {
        List<Piece> merged = new ArrayList<>();
        for (Piece next : pieces) {
            Piece last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.continuesWith(next)) {
                merged.set(merged.size() - 1, new Piece(last.from, next.to, last.region, last.shift, last.flags));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private static BigInteger size(MemoryRegion region) {
        return region.size().equals(RegionSize.WHOLE)
                ? END
                : NaiveView.unsigned(region.size().low());
    }
}
