// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.SystemProcess;
import java.util.List;

/** {@code qom system}: serves an object tree, with the command line of QEMU's system emulators. */
final class SystemMain {
    static final String NAME = "system";

    private SystemMain() {}

    /** Runs until a client or a signal ends the process; returns the exit status. */
    static int run(List<String> words) {
        SystemProcess.Start start = SystemProcess.start(words, System.in, System.out, System.err);
        SystemProcess process = start.process();
        if (process == null) {
            return start.status();
        }
        Thread onSignal = new Thread(() -> end(process), "signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            process.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.close();
        return start.status();
    }

    /** A signal is a way to end a virtual machine like any other: the exit status is 0, as QEMU's is. */
    private static void end(SystemProcess process) {
        process.terminate();
        Runtime.getRuntime().halt(0);
    }
}
