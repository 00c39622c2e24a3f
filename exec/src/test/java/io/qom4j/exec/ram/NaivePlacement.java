// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.ArrayList;
import java.util.List;

/** The rule of {@link RamPlacement} as it is told, comparing every block with every other. */
final class NaivePlacement {
    record Block(long offset, long size) {}

    private static final long ROUNDING = 64 * 4096;

    /** In list order: longest first, equal lengths in order of creation. */
    private final List<Block> blocks = new ArrayList<>();

    private final PlacementPolicy policy;

    NaivePlacement(PlacementPolicy policy) {
        this.policy = policy;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Returns the offset, or -1 if there is no gap. */
    long place(long size) {
        long offset = find(size);
        if (offset != -1) {
            insert(new Block(offset, size));
        }
        return offset;
    }

    void free(long offset) {
        blocks.removeIf(block -> block.offset == offset);
    }

    private void insert(Block block) {
        int at = 0;
        while (at < blocks.size() && Long.compareUnsigned(blocks.get(at).size, block.size) >= 0) {
            at++;
        }
        blocks.add(at, block);
    }

    private long find(long size) {
        if (blocks.isEmpty()) {
            return 0;
        }
        long best = -1;
        long bestGap = -1;
        if (policy == PlacementPolicy.REUSE_START) {
            long lowest = blocks.stream().mapToLong(Block::offset).reduce(-1, NaivePlacement::lower);
            if (Long.compareUnsigned(lowest, size) >= 0) {
                best = 0;
                bestGap = lowest;
            }
        }
        for (Block block : blocks) {
            long end = block.offset + block.size;
            long candidate = (end + ROUNDING - 1) & -ROUNDING;
            if (Long.compareUnsigned(candidate, block.offset) <= 0) {
                continue;
            }
            long next = -1;
            for (Block other : blocks) {
                if (Long.compareUnsigned(other.offset, candidate) >= 0) {
                    next = lower(next, other.offset);
                }
            }
            long gap = next - candidate;
            if (Long.compareUnsigned(gap, size) >= 0 && Long.compareUnsigned(gap, bestGap) < 0) {
                best = candidate;
                bestGap = gap;
            }
        }
        return best;
    }

    private static long lower(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }
}
