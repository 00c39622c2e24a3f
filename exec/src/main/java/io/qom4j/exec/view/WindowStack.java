// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.exec.region.MemoryRegion;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The windows that a walk over regions has still to visit, the next one on top; {@link #pop} makes the top the current one.
 *
 * <p>Columns instead of objects: a walk over ten thousand regions makes no garbage here. Confined to one thread.
 */
final class WindowStack {
    private static final int SMALLEST = 64;
    private static final int NUMBERS = 4;

    private @Nullable MemoryRegion[] regions = new MemoryRegion[SMALLEST];
    private long[] numbers = new long[SMALLEST * NUMBERS];
    private int depth;

    void push(MemoryRegion region, long first, long last, long offset, int flags) {
        // The slot above the top is the current one, which the caller may still be reading.
        if (depth + 1 >= regions.length) {
            regions = Arrays.copyOf(regions, regions.length * 2);
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        regions[depth] = region;
        int at = depth * NUMBERS;
        numbers[at] = first;
        numbers[at + 1] = last;
        numbers[at + 2] = offset;
        numbers[at + 3] = flags;
        depth++;
    }

    /** Makes the top window the current one; returns false if there is none. */
    boolean pop() {
        if (depth == 0) {
            return false;
        }
        depth--;
        return true;
    }

    MemoryRegion region() {
        MemoryRegion region = regions[depth];
        if (region == null) {
            throw new IllegalStateException("no window was taken off the stack yet");
        }
        return region;
    }

    long first() {
        return numbers[depth * NUMBERS];
    }

    long last() {
        return numbers[depth * NUMBERS + 1];
    }

    long offset() {
        return numbers[depth * NUMBERS + 2];
    }

    int flags() {
        return (int) numbers[depth * NUMBERS + 3];
    }
}
