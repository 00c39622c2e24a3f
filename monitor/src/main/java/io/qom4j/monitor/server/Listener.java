// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.core.Qom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A socket that listens, with what is to be cleared away afterwards.
 *
 * @param channel the socket
 * @param localAddress where clients connect
 */
record Listener(ServerSocketChannel channel, SocketAddress localAddress) {
    private static final int BACKLOG = 1024;

    static Listener open(Qom qom, ServerAddress address, ServerOptions options) {
        return switch (address) {
            case ServerAddress.Unix unix -> unix(unix.path());
            case ServerAddress.Tcp tcp -> tcp(qom, tcp, options);
        };
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
        try {
            InetSocketAddress wanted = new InetSocketAddress(resolve(address.host()), address.port());
            if (!wanted.getAddress().isLoopbackAddress()) {
                if (!options.isRemoteAllowed()) {
                    throw new ServerException(
                            "other machines can reach " + address + ", and QMP has no login",
                            "Listen on 127.0.0.1 or a UNIX socket, or allow remote clients explicitly.",
                            null);
                }
                qom.warn("whoever reaches " + address + " commands this process: QMP has no login");
            }
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(wanted, BACKLOG);
                return new Listener(channel, Objects.requireNonNull(channel.getLocalAddress()));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (UnknownHostException e) {
            throw new ServerException(
                    "address resolution failed for " + address.host() + ":" + address.port() + ": " + e.getMessage(),
                    "Give the address as a number, or a name that the resolver knows.",
                    e);
        } catch (IOException e) {
            throw new ServerException(
                    "Failed to bind socket to " + address + ": " + e.getMessage(),
                    "Another process may be listening there; port 0 takes any that is free.",
                    e);
        }
    }

    private static InetAddress resolve(String host) throws UnknownHostException {
        return host.isEmpty() ? new InetSocketAddress(0).getAddress() : InetAddress.getByName(host);
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
