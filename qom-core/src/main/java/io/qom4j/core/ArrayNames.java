// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The numbers in use for one stem of array names: {@code io[0]}, {@code io[1]}, ….
 *
 * <p>Counts upwards and remembers freed numbers, so that the next name is found without trying those in use. Confined to the
 * holder of the runtime's writer lock.
 */
final class ArrayNames {
    private final Queue<Integer> freed = new PriorityQueue<>();
    private int next;

    /** Returns the lowest number that was freed, or else the next. */
    int next() {
        Integer again = freed.poll();
        return again != null ? again : next++;
    }

    /** Frees a number; text that is none, or a number never given out, is left alone. */
    void free(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        int number = Integer.parseInt(digits);
        if (number < next && Integer.toString(number).equals(digits)) {
            freed.add(number);
        }
    }
}
