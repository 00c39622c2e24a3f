// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Nearest legal names for a name that is not legal. Thread-safe: it has no state. */
public final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /**
     * Returns the legal names that a misspelt one may have meant, nearest first, three at most.
     *
     * <p>Near means: at most a third of the letters, and at least one, are added, left out, changed or swapped with their
     * neighbour.
     */
    public static List<String> nearest(String name, Collection<String> legal) {
        int furthest = Math.max(1, name.length() / 3);
        record Near(String name, int distance) {}
        return legal.stream()
                .filter(each -> Math.abs(each.length() - name.length()) <= furthest)
                .map(each -> new Near(each, distance(name, each)))
                .filter(near -> near.distance() <= furthest)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** Returns a line such as {@code Did you mean 'size'?}, or no line if no legal name is near. */
    public static String[] hint(String name, Collection<String> legal) {
        List<String> near = nearest(name, legal);
        return near.isEmpty() ? new String[0] : new String[] {"Did you mean '" + String.join("' or '", near) + "'?"};
    }

    /** Returns the number of edits between two words: insertions, deletions, changes, swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
