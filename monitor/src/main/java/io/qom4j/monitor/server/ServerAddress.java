// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.nio.file.Path;

/**
 * Where a server listens.
 *
 * <p>Immutable.
 */
public sealed interface ServerAddress {
    /** Returns the address of a UNIX socket. */
    static ServerAddress unix(Path path) {
        return new Unix(path);
    }

    /**
     * Returns the address of a TCP port.
     *
     * @param host a name or address; empty for all addresses of this machine
     * @param port 0 for any that is free
     */
    static ServerAddress tcp(String host, int port) {
        if (port < 0 || port > Tcp.LARGEST_PORT) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
        return new Tcp(host, String.valueOf(port), IpFamily.ANY, Tcp.ONE_PORT);
    }

    /**
     * A UNIX socket.
     *
     * @param path the socket's file
     */
    record Unix(Path path) implements ServerAddress {
        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /**
     * A TCP port, or several of which one that is free is taken.
     *
     * @param host a name or address; empty for all addresses of this machine
     * @param port the number, or the name of a service; 0 for any that is free
     * @param family which versions of the protocol may be used
     * @param lastPort the number of the last port that will do, or {@link #ONE_PORT}
     */
    record Tcp(String host, String port, IpFamily family, int lastPort) implements ServerAddress {
        /** In place of the last port: the first is the only one. */
        public static final int ONE_PORT = -1;

        private static final int LARGEST_PORT = 0xffff;

        /** Refuses impossible ports. */
        public Tcp {
            if (lastPort < ONE_PORT || lastPort > LARGEST_PORT) {
                throw new IllegalArgumentException("a last port is a number from 0 to 65535, or -1, not " + lastPort);
            }
        }

        @Override
        public String toString() {
            return "tcp:" + host + ":" + port;
        }
    }
}
