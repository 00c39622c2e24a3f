// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.text.SizeText;
import io.qom4j.exec.ram.Preallocation;
import io.qom4j.exec.ram.PreallocationListener;

/**
 * Shows how far preallocation is: a bar that grows in its line on a terminal, a line for each tenth elsewhere.
 *
 * <pre>
 * preallocating m0  [##########..........]  50 % of 2 GiB
 * </pre>
 *
 * <p>Called by one thread at a time.
 */
final class PreallocationBar implements PreallocationListener {
    private static final int WIDTH = 20;
    private static final int TENTHS = 10;
    private static final long BETWEEN_UPDATES = 50_000_000;

    private final Terminal terminal;
    private final boolean redraws;
    private String label = "";
    private long nextUpdate;
    private long nextTenth;
    private boolean isDrawn;

    /**
     * Makes a bar.
     *
     * @param redraws whether the terminal can write over its current line
     */
    PreallocationBar(Terminal terminal, boolean redraws) {
        this.terminal = terminal;
        this.redraws = redraws;
    }

    @Override
    public void started(Preallocation run) {
        label = run.block().label();
        nextUpdate = System.nanoTime() + BETWEEN_UPDATES;
        nextTenth = 1;
        isDrawn = false;
    }

    @Override
    public void progress(long done, long total) {
        if (redraws) {
            long now = System.nanoTime();
            if (now - nextUpdate >= 0) {
                nextUpdate = now + BETWEEN_UPDATES;
                terminal.stream().print("\r" + bar(label, done, total));
                terminal.stream().flush();
                isDrawn = true;
            }
        } else if (tenths(done, total) >= nextTenth) {
            nextTenth = tenths(done, total) + 1;
            terminal.line(bar(label, done, total));
        }
    }

    private static long tenths(long done, long total) {
        return (long) ((double) done / total * TENTHS);
    }

    @Override
    public void ended(Preallocation run) {
        if (isDrawn) {
            terminal.stream().print("\r\033[K");
            terminal.stream().flush();
        }
    }

    /** Returns the bar for a state. */
    static String bar(String label, long done, long total) {
        double part = (double) done / total;
        int filled = (int) (part * WIDTH);
        return String.format(
                "preallocating %s  [%s%s]  %3d %% of %s",
                label, "#".repeat(filled), ".".repeat(WIDTH - filled), (int) (part * 100), SizeText.format(total));
    }
}
