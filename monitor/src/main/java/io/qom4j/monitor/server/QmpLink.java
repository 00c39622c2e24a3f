// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.monitor.Monitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/**
 * A QMP conversation with a client that listens, where this side connects.
 *
 * <p>Ends with the client or by closing. Thread-safe.
 */
public final class QmpLink implements AutoCloseable {
    private final Connection connection;

    private QmpLink(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects and begins the conversation.
     *
     * @throws ServerException if nobody listens there
     */
    public static QmpLink connect(Monitor monitor, ServerAddress address, ServerOptions options) {
        Connection connection = switch (address) {
            case ServerAddress.Unix unix -> new Connection(monitor, open(unix), options);
            case ServerAddress.Tcp tcp -> new Connection(monitor, open(tcp), options);
        };
        Thread.ofVirtual().name("qmp-link").start(connection);
        return new QmpLink(connection);
    }

    private static SocketChannel open(ServerAddress.Unix unix) {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(unix.path()));
        } catch (IOException e) {
            String reason = Files.exists(unix.path()) ? "Connection refused" : "No such file or directory";
            throw refusal(unix.path().toString(), reason, e);
        }
    }

    private static SocketChannel open(ServerAddress.Tcp tcp) {
        try {
            InetSocketAddress socket = new InetSocketAddress(tcp.host(), tcp.port());
            if (socket.isUnresolved()) {
                throw new ServerException(
                        "address resolution failed for " + tcp.host() + ":" + tcp.port()
                                + ": Name or service not known",
                        "Give the address as a number, or a name that the resolver knows.",
                        null);
            }
            return SocketChannel.open(socket);
        } catch (IOException e) {
            throw refusal(tcp.host() + ":" + tcp.port(), String.valueOf(e.getMessage()), e);
        }
    }

    private static ServerException refusal(String address, String reason, IOException cause) {
        return new ServerException(
                "Failed to connect to '" + address + "': " + reason,
                "The client must listen there; to listen here, add server=on.",
                cause);
    }

    /** Tells whether the client is still there. */
    public boolean isConnected() {
        return connection.isOpen();
    }

    @Override
    public void close() {
        connection.close();
    }
}
