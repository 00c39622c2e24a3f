// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.readline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that were typed at one device, by whichever client, each once, the latest last.
 *
 * <p>Thread-safe. QEMU: util/readline.c, readline_hist_add.
 */
public final class LineHistory {
    private static final int CAPACITY = 64;

    private final List<String> lines = new ArrayList<>();

    /** Makes an empty history. */
    public LineHistory() {}

    /** Puts a line at the end, unless it is empty; the oldest gives way where there are too many. */
    synchronized void add(String line) {
        if (line.isEmpty()) {
            return;
        }
        lines.remove(line);
        lines.add(line);
        if (lines.size() > CAPACITY) {
            lines.removeFirst();
        }
    }

    /** Returns how many lines there are. */
    synchronized int size() {
        return lines.size();
    }

    /** Returns a line, the oldest being 0; null if there is none of that number. */
    synchronized @Nullable String get(int number) {
        return number < lines.size() ? lines.get(number) : null;
    }
}
