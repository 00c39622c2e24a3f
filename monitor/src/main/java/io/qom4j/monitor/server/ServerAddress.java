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
        return new Tcp(host, port);
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
     * A TCP port.
     *
     * @param host a name or address; empty for all addresses of this machine
     * @param port 0 for any that is free
     */
    record Tcp(String host, int port) implements ServerAddress {
        private static final int LAST_PORT = 0xffff;

        /** Refuses impossible ports. */
        public Tcp {
            if (port < 0 || port > LAST_PORT) {
                throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
            }
        }

        @Override
        public String toString() {
            return "tcp:" + host + ":" + port;
        }
    }
}
