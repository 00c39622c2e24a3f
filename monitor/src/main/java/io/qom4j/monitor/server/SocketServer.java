// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.core.Qom;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A socket that listens, and those who came.
 *
 * <p>From its opening on clients can connect, but nobody talks to them before {@link #serve}. Each client has a virtual thread. Where
 * the {@link Speech} is for one client at a time, others wait in the system's queue until that one has gone. Closing hangs up on all
 * of them. Thread-safe. QEMU: chardev/char-socket.c.
 */
public final class SocketServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private final ServerOptions options;
    private final Listener listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SocketChannel first;

    private SocketServer(ServerOptions options, Listener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Starts listening.
     *
     * @param qom who is warned where other machines can reach the socket
     * @throws ServerException if the address cannot be listened on, or others could reach it and that is not allowed
     */
    public static SocketServer open(Qom qom, ServerAddress address, ServerOptions options) {
        return new SocketServer(options, Listener.open(qom, address, options));
    }

    /** Returns the address that clients connect to, with the number of the port if any was asked for. */
    public SocketAddress localAddress() {
        return listener.localAddress();
    }

    /** Returns the same address as clients of QMP write it: {@code unix:PATH} or {@code tcp:HOST:PORT}. */
    public String address() {
        return address("[", "]");
    }

    /** Returns the same address as QEMU tells it to people: without brackets around a host. */
    public String plainAddress() {
        return address("", "");
    }

    private String address(String before, String behind) {
        if (listener.localAddress() instanceof InetSocketAddress tcp) {
            String host = host(tcp);
            return "tcp:" + (host.contains(":") ? before + host + behind : host) + ":" + tcp.getPort();
        }
        return "unix:" + listener.localAddress();
    }

    /** Returns the number of a host, the first run of zeros in version 6 left out. */
    private static String host(InetSocketAddress tcp) {
        return ZEROS.matcher(tcp.getAddress().getHostAddress()).replaceFirst("::");
    }

    /** Returns how many clients are connected. */
    public int clients() {
        return first == null ? connections.size() : 1;
    }

    /**
     * Waits until the first client has come; to be called before {@link #serve}, if at all.
     *
     * @return false if the socket was closed before one came
     */
    public boolean awaitClient() {
        while (listener.channel().isOpen()) {
            try {
                first = listener.channel().accept();
                return true;
            } catch (ClosedChannelException closed) {
                return false;
            } catch (IOException e) {
                Connection.LOG.log(System.Logger.Level.WARNING, "the first client could not be accepted", e);
            }
        }
        return false;
    }

    /** Starts talking to those who came and those who come; to be called once. */
    public void serve(Speech speech) {
        // A virtual thread that has to wait starts the JVM's poller first, before the first client is greeted.
        Thread.ofPlatform().daemon().name("accept").start(() -> accept(speech));
    }

    private void accept(Speech speech) {
        ServerSocketChannel channel = listener.channel();
        while (channel.isOpen()) {
            try {
                SocketChannel waiting = first;
                if (waiting == null) {
                    admit(channel.accept(), speech);
                } else {
                    admit(waiting, speech);
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                Connection.LOG.log(System.Logger.Level.WARNING, "a client could not be accepted", e);
            }
        }
    }

    private void admit(SocketChannel client, Speech speech) throws IOException {
        if (connections.size() >= options.maxClients()) {
            Connection.LOG.log(
                    System.Logger.Level.WARNING,
                    "turned a client away: there are " + options.maxClients() + " already");
            client.close();
            return;
        }
        Connection connection = Connection.with(client, speech, options);
        connections.add(connection);
        first = null;
        if (speech.isForMany()) {
            Thread.ofVirtual().name("client").start(() -> talk(connection));
        } else {
            talk(connection);
        }
    }

    private void talk(Connection connection) {
        try {
            connection.run();
        } finally {
            connections.remove(connection);
        }
    }

    /** Stops listening, tells clients what is still to be told, and hangs up; the file of a UNIX socket is removed. */
    @Override
    public void close() {
        listener.close();
        awaitAll(connections.stream().map(Connection::sayLastWords).toList());
        connections.forEach(Connection::close);
        SocketChannel waiting = first;
        if (waiting != null) {
            Connection.hangUp(waiting);
        }
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
        return "socket at " + address();
    }
}
