// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.monitor.Monitor;
import java.net.SocketAddress;

/**
 * A server of QMP on one address.
 *
 * <p>Each client has a virtual thread and a {@link io.qom4j.monitor.qmp.QmpSession}. Closing hangs up on all of them. Thread-safe.
 */
public final class QmpServer implements AutoCloseable {
    private final Monitor monitor;
    private final SocketServer socket;

    private QmpServer(Monitor monitor, SocketServer socket) {
        this.monitor = monitor;
        this.socket = socket;
    }

    /**
     * Starts serving with {@link ServerOptions#STANDARD}.
     *
     * @throws ServerException if the address cannot be listened on
     */
    public static QmpServer listen(Monitor monitor, ServerAddress address) {
        return listen(monitor, address, ServerOptions.STANDARD);
    }

    /**
     * Starts serving.
     *
     * @throws ServerException if the address cannot be listened on, or others could reach it and that is not allowed
     */
    public static QmpServer listen(Monitor monitor, ServerAddress address, ServerOptions options) {
        SocketServer socket = SocketServer.open(monitor.qom(), address, options);
        socket.serve(Speech.qmp(monitor));
        return new QmpServer(monitor, socket);
    }

    /** Returns the monitor. */
    public Monitor monitor() {
        return monitor;
    }

    /** Returns the address that clients connect to, with the number of the port if any was asked for. */
    public SocketAddress localAddress() {
        return socket.localAddress();
    }

    /** Returns the same address as clients of QMP write it: {@code unix:PATH} or {@code tcp:HOST:PORT}. */
    public String address() {
        return socket.address();
    }

    /** Returns how many clients are connected. */
    public int clients() {
        return socket.clients();
    }

    /** Stops listening, tells clients what is still to be told, and hangs up; the file of a UNIX socket is removed. */
    @Override
    public void close() {
        socket.close();
    }

    @Override
    public String toString() {
        return "QMP server at " + address();
    }
}
