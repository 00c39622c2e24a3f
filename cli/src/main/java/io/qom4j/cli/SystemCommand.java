// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code qom system} as help and completion show it.
 *
 * <p>{@link Main} sends these words to {@link SystemMain} before picocli is even loaded; here they take the same way.
 */
@Command(
        name = SystemMain.NAME,
        description =
                "Serve QMP with the command line of qemu-system-*, without a machine; qom system -help tells more.")
final class SystemCommand implements Callable<Integer> {
    @Unmatched
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        return SystemMain.run(words);
    }
}
