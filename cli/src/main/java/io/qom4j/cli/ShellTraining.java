// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.shell.LineShell;
import io.qom4j.cli.shell.ShellTarget;
import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The part of the {@link Training} that types into a shell, and has words completed. */
final class ShellTraining {
    private static final String KEYS =
            "object_add memory-backend-r\tm0,si\t1M\rqom-set m0 du\to\t\013ff\rqom-g\tm\tsi\t\rquit\r";

    private ShellTraining() {}

    static void run() throws IOException {
        try (Qom qom = Runtimes.create(Terminal.err());
                ShellTarget target = ShellTarget.local(Monitor.of(qom))) {
            LineShell.run(
                    target,
                    new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream());
        }
    }
}
