// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.QmpAddresses;
import io.qom4j.monitor.server.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say where a command serves QMP. Confined to one thread. */
final class QmpOption {
    private static final String NAME = "--qmp";

    @Option(
            names = {NAME, "-qmp"},
            paramLabel = "ADDRESS",
            description = "Serve QMP there, until a client says quit or Control-C comes: unix:PATH, tcp:HOST:PORT or"
                    + " stdio, as QEMU's option -qmp takes it; a socket listens unless ,server=off is said. May be"
                    + " given several times.")
    private final List<String> addresses = new ArrayList<>();

    @Option(
            names = {"--allow-remote", "-allow-remote"},
            description = "Let " + NAME + " listen where other machines reach it, though QMP has no login.")
    private boolean allowsRemote;

    /**
     * Returns where QMP is asked for.
     *
     * @throws io.qom4j.core.error.QomException if one of the addresses is none
     */
    QmpAddresses addresses() {
        return QmpAddresses.read(NAME, addresses);
    }

    /** Returns the limits for servers. */
    ServerOptions limits() {
        return allowsRemote ? ServerOptions.STANDARD.allowRemote() : ServerOptions.STANDARD;
    }
}
