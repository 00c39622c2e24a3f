// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.exec.ram.PreallocationListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whether to show how far something is. Confined to one thread. */
final class Progress {
    @Option(
            names = "--progress",
            negatable = true,
            description = "Show how far preallocation is, or not; by default where standard error is a terminal.")
    private @Nullable Boolean wanted;

    /** Returns what shows the progress of preallocation on a terminal, or nothing. */
    PreallocationListener bar(Terminal terminal) {
        boolean isDevice = TerminalDevice.isTerminal(2);
        boolean shows = wanted == null ? isDevice : wanted;
        return shows ? new PreallocationBar(terminal, isDevice) : (done, total) -> {};
    }
}
