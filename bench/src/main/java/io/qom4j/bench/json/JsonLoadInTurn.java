// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import java.util.Arrays;

/**
 * The rows of {@link JsonLoadBenchmark} that are compared, in turn in one process, so that whatever else the machine does
 * falls on all of them alike; prints the median of each for each object, and its ratio to Jackson's.
 */
public final class JsonLoadInTurn {
    private static final int WARM_UP = 300;
    private static final int RUNS = 400;
    private static final String[] ROWS = {"jacksonObjects", "document", "check", "load"};

    private JsonLoadInTurn() {}

    /** Runs them for about ten seconds. */
    public static void main(String[] args) {
        JsonLoadBenchmark benchmark = new JsonLoadBenchmark();
        long[][] times = new long[ROWS.length][RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            for (int row = 0; row < ROWS.length; row++) {
                times[row][Math.max(run, 0)] = time(benchmark, row);
            }
        }
        for (int row = 0; row < ROWS.length; row++) {
            Arrays.sort(times[row]);
            System.out.printf(
                    "%-15s %5d ns  %.2f%n",
                    ROWS[row],
                    times[row][RUNS / 2] / JsonLoadBenchmark.OBJECTS,
                    (double) times[row][RUNS / 2] / times[0][RUNS / 2]);
        }
    }

    private static long time(JsonLoadBenchmark benchmark, int row) {
        JsonLoadBenchmark.Target target = new JsonLoadBenchmark.Target();
        target.open();
        long begin = System.nanoTime();
        Object made = switch (row) {
            case 0 -> benchmark.jacksonObjects();
            case 1 -> benchmark.document();
            case 2 -> benchmark.check(target);
            default -> benchmark.load(target);
        };
        long time = System.nanoTime() - begin;
        target.close();
        if (made == null) {
            throw new IllegalStateException(ROWS[row] + " made nothing");
        }
        return time;
    }
}
