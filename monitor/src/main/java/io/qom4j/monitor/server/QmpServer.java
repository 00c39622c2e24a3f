// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.monitor.Monitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server of QMP on one address.
 *
 * <p>Each client has a virtual thread and a {@link io.qom4j.monitor.qmp.QmpSession}. Closing hangs up on all of them. Thread-safe.
 */
public final class QmpServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Monitor monitor;
    private final ServerOptions options;
    private final Listener listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private QmpServer(Monitor monitor, ServerOptions options, Listener listener) {
        this.monitor = monitor;
        this.options = options;
        this.listener = listener;
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
        QmpServer server = new QmpServer(monitor, options, Listener.open(monitor.qom(), address, options));
        Thread.ofVirtual().name("qmp-accept").start(server::accept);
        return server;
    }

    /** Returns the monitor. */
    public Monitor monitor() {
        return monitor;
    }

    /** Returns the address that clients connect to, with the number of the port if any was asked for. */
    public SocketAddress localAddress() {
        return listener.localAddress();
    }

    /** Returns the same address as clients of QMP write it: {@code unix:PATH} or {@code tcp:HOST:PORT}. */
    public String address() {
        return switch (listener.localAddress()) {
            case InetSocketAddress tcp -> {
                String host = tcp.getAddress().getHostAddress();
                yield "tcp:" + (host.contains(":") ? "[" + host + "]" : host) + ":" + tcp.getPort();
            }
            case SocketAddress unix -> "unix:" + unix;
        };
    }

    /** Returns how many clients are connected. */
    public int clients() {
        return connections.size();
    }

    private void accept() {
        ServerSocketChannel channel = listener.channel();
        while (channel.isOpen()) {
            try {
                admit(channel.accept());
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                Connection.LOG.log(System.Logger.Level.WARNING, "a client could not be accepted", e);
            }
        }
    }

    private void admit(SocketChannel client) throws IOException {
        if (connections.size() >= options.maxClients()) {
            Connection.LOG.log(
                    System.Logger.Level.WARNING,
                    "turned a client away: there are " + options.maxClients() + " already");
            client.close();
            return;
        }
        if (client.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        Connection connection = new Connection(monitor, client, options);
        connections.add(connection);
        Thread.ofVirtual().name("qmp-client").start(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
            }
        });
    }

    /** Stops listening, tells clients what is still to be told, and hangs up; the file of a UNIX socket is removed. */
    @Override
    public void close() {
        listener.close();
        awaitAll(connections.stream().map(Connection::sayLastWords).toList());
        connections.forEach(Connection::close);
    }

    /** Waits for threads, but no longer than a client that reads can need. */
    private static void awaitAll(List<Thread> threads) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread each : threads) {
                each.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "QMP server at " + address();
    }
}
