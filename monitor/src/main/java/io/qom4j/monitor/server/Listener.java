// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.core.Qom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A socket that listens, with what is to be cleared away afterwards.
 *
 * @param channel the socket
 * @param localAddress where clients connect
 */
record Listener(ServerSocketChannel channel, SocketAddress localAddress) {
    private static final int BACKLOG = 1024;
    private static final String IN_USE = "Address already in use";

    static Listener open(Qom qom, ServerAddress address, ServerOptions options) {
        return address instanceof ServerAddress.Tcp tcp
                ? tcp(qom, tcp, options)
                : unix(((ServerAddress.Unix) address).path());
    }

    private static Listener unix(Path path) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                UnixSocketFile.bind(channel, path, BACKLOG);
                return new Listener(channel, UnixDomainSocketAddress.of(path));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServerException(
                    "Failed to bind socket to " + path + ": " + e.getMessage(),
                    "The folder must exist and be writable.",
                    e);
        }
    }

    private static Listener tcp(Qom qom, ServerAddress.Tcp address, ServerOptions options) {
        for (InetSocketAddress wanted : TcpResolver.listening(address)) {
            allow(qom, wanted.getAddress(), address, options);
            int last = address.lastPort() == ServerAddress.Tcp.ONE_PORT ? wanted.getPort() : address.lastPort();
            if (last < wanted.getPort()) {
                throw new ServerException(
                        "Failed to create a socket: No such file or directory",
                        "The last port, " + last + ", must not be below the first one.",
                        null);
            }
            for (int port = wanted.getPort(); port <= last; port++) {
                Listener bound = tcp(new InetSocketAddress(wanted.getAddress(), port));
                if (bound != null) {
                    return bound;
                }
            }
        }
        throw new ServerException(
                "Failed to find an available port: Address already in use",
                "Another process listens there; port 0 takes any that is free.",
                null);
    }

    /** Refuses an address that other machines reach, or warns of it. */
    private static void allow(Qom qom, InetAddress wanted, ServerAddress.Tcp address, ServerOptions options) {
        if (wanted.isLoopbackAddress()) {
            return;
        }
        if (!options.isRemoteAllowed()) {
            throw new ServerException(
                    "other machines can reach " + address + ", and QMP has no login",
                    "Listen on 127.0.0.1 or a UNIX socket, or allow remote clients explicitly.",
                    null);
        }
        qom.warn("whoever reaches " + address + " commands this process: QMP has no login");
    }

    /** Listens on a port; returns null if another does. */
    private static @Nullable Listener tcp(InetSocketAddress wanted) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open(
                    wanted.getAddress() instanceof Inet6Address
                            ? StandardProtocolFamily.INET6
                            : StandardProtocolFamily.INET);
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(wanted, BACKLOG);
                return new Listener(channel, Objects.requireNonNull(channel.getLocalAddress()));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            if (IN_USE.equals(e.getMessage())) {
                return null;
            }
            throw new ServerException(
                    "Failed to bind socket: " + e.getMessage(), "The address must be one of this machine's.", e);
        }
    }

    void close() {
        try {
            channel.close();
            if (localAddress instanceof UnixDomainSocketAddress unix) {
                Files.deleteIfExists(unix.getPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the socket could not be closed", e);
        }
    }
}
