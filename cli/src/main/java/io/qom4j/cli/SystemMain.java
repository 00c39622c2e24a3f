// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.ServedRuntime;
import io.qom4j.cli.system.SystemStart;
import java.util.List;

/** {@code qom system}: serves an object tree, with the command line of QEMU's system emulators. */
final class SystemMain {
    static final String NAME = "system";

    private SystemMain() {}

    /** Runs until a client or a signal ends the process; returns the exit status. */
    static int run(List<String> words) {
        SystemStart start = SystemStart.of(words, System.in, System.out, System.err);
        ServedRuntime runtime = start.runtime();
        return runtime == null ? start.status() : runtime.untilTheEnd();
    }
}
