// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a client that listens, where this side connects.
 *
 * <p>Ends with the client or by closing; or, where it is persistent, by closing alone: when the client has gone, it connects again.
 * Thread-safe. QEMU: chardev/char-socket.c.
 */
public final class SocketLink implements AutoCloseable {
    private final ServerAddress address;
    private final ServerOptions options;
    private final @Nullable Duration pause;
    private final Consumer<ServerException> failures;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable SocketChannel channel;
    private @Nullable Connection connection;

    private SocketLink(
            ServerAddress address,
            ServerOptions options,
            @Nullable Duration pause,
            Consumer<ServerException> failures) {
        this.address = address;
        this.options = options;
        this.pause = pause;
        this.failures = failures;
    }

    /**
     * Connects once; nobody talks to the client before {@link #serve}.
     *
     * @throws ServerException if nobody listens there
     */
    public static SocketLink connect(ServerAddress address, ServerOptions options) {
        SocketLink link = new SocketLink(address, options, null, failure -> {});
        link.channel = open(address);
        return link;
    }

    /**
     * Makes a link that connects when it is served, and again whenever the client has gone or is not there.
     *
     * @param pause how long to wait before connecting again
     * @param failures is told why there is no connection, once until there has been one
     */
    public static SocketLink persistent(
            ServerAddress address, ServerOptions options, Duration pause, Consumer<ServerException> failures) {
        return new SocketLink(address, options, pause, failures);
    }

    /** Starts talking to the client; to be called once. */
    public void serve(Speech speech) {
        Thread.ofVirtual().name("link").start(() -> talk(speech));
    }

    private void talk(Speech speech) {
        boolean isFailureTold = false;
        do {
            try {
                Connection current = begin(speech);
                if (current == null) {
                    return;
                }
                isFailureTold = false;
                current.run();
            } catch (ServerException e) {
                if (!isFailureTold) {
                    failures.accept(e);
                }
                isFailureTold = true;
            }
        } while (pause != null && !isClosedWithin(pause));
    }

    /** Returns the connection to talk over; null if this was closed. */
    private @Nullable Connection begin(Speech speech) {
        SocketChannel first = first();
        SocketChannel open = first == null ? open(address) : first;
        synchronized (this) {
            channel = null;
            if (closed.getCount() == 0) {
                Connection.hangUp(open);
                return null;
            }
            connection = Connection.with(open, speech, options);
            return connection;
        }
    }

    private synchronized @Nullable SocketChannel first() {
        return channel;
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static SocketChannel open(ServerAddress address) {
        return switch (address) {
            case ServerAddress.Unix unix ->
                open(unix.path().toString(), List.of(UnixDomainSocketAddress.of(unix.path())));
            case ServerAddress.Tcp tcp -> open(tcp.host() + ":" + tcp.port(), TcpResolver.connecting(tcp));
        };
    }

    /** Connects to the first address at which somebody listens. */
    private static SocketChannel open(String name, List<? extends SocketAddress> addresses) {
        IOException failure = new IOException("there is no address");
        for (SocketAddress each : addresses) {
            try {
                return SocketChannel.open(each);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw new ServerException(
                "Failed to connect to '" + name + "': " + failure.getMessage(),
                "The client must listen there; to listen here, add server=on.",
                failure);
    }

    /** Tells whether the client is there. */
    public synchronized boolean isConnected() {
        return channel != null || (connection != null && connection.isOpen());
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (channel != null) {
            Connection.hangUp(channel);
        }
        if (connection != null) {
            connection.close();
        }
    }
}
