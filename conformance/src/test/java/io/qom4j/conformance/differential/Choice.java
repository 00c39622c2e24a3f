// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, the same each time for one seed. Confined to one thread. */
final class Choice {
    private final Random random;

    Choice(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int bound) {
        return below(bound) == 0;
    }

    @SafeVarargs
    final <T> T of(T... all) {
        return all[below(all.length)];
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    /** Returns some of these, at least none and at most so many, in any order. */
    <T> List<T> some(List<T> all, int most) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, below(Math.min(most, all.size()) + 1));
    }
}
