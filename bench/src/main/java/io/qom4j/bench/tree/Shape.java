// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import java.util.Random;

/** A tree three deep in which each object but the last has the same number of children. */
record Shape(int fan) {
    private static final int MOST_PATHS = 1 << 16;
    private static final long SEED = 42;

    /** Returns the shape with about so many leaves. */
    static Shape of(int leaves) {
        return new Shape((int) Math.round(Math.cbrt(leaves)));
    }

    /** Returns the name of a child: a new string each time, as a parser would make it. */
    String name(int index) {
        return "device" + index;
    }

    /** Returns paths of leaves in random order; their number is a power of two. */
    String[] paths() {
        Random random = new Random(SEED);
        String[] paths = new String[Math.min(MOST_PATHS, Integer.highestOneBit(fan * fan * fan))];
        for (int i = 0; i < paths.length; i++) {
            paths[i] =
                    "/" + name(random.nextInt(fan)) + "/" + name(random.nextInt(fan)) + "/" + name(random.nextInt(fan));
        }
        return paths;
    }
}
