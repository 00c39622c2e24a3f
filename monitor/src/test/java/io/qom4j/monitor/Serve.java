// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

import io.qom4j.core.Qom;
import io.qom4j.machine.Machine;
import io.qom4j.machine.MachineOptions;
import io.qom4j.monitor.server.QmpServer;
import io.qom4j.monitor.server.ServerAddress;
import java.nio.file.Path;

/** Serves a machine without anything until a client says quit; for trying things by hand. */
final class Serve {
    private Serve() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Qom qom = Qom.create()) {
            qom.tree().container("chardevs");
            Machine.none(qom, MachineOptions.STANDARD);
            try (QmpServer server = QmpServer.listen(Monitor.of(qom), ServerAddress.unix(Path.of(arguments[0])))) {
                server.monitor().awaitShutdown();
            }
        }
    }
}
