// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.monitor;

import io.qom4j.core.Qom;
import io.qom4j.machine.Machine;
import io.qom4j.machine.MachineOptions;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.server.QmpServer;
import io.qom4j.monitor.server.ServerAddress;
import java.nio.file.Path;

/** A process that serves an empty machine over QMP until a client says quit. */
final class ServedMachine {
    private ServedMachine() {}

    /** Takes the path of the socket. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Qom qom = Qom.create()) {
            Machine.none(qom, MachineOptions.STANDARD);
            try (QmpServer server = QmpServer.listen(Monitor.of(qom), ServerAddress.unix(Path.of(arguments[0])))) {
                server.monitor().awaitShutdown();
            }
        }
    }
}
