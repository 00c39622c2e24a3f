// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses that the host and the port of a TCP address stand for, by the rules of the C library's {@code getaddrinfo}.
 *
 * <p>Thread-safe: it has no state. QEMU: util/qemu-sockets.c.
 */
final class TcpResolver {
    private static final String UNKNOWN_HOST = "Name or service not known";

    private TcpResolver() {}

    /**
     * Returns where to listen, best first; no host, or an asterisk, means all addresses of this machine.
     *
     * @throws ServerException if there is no such address
     */
    static List<InetSocketAddress> listening(ServerAddress.Tcp address) {
        if (address.host().equals("*")
                || (address.host().isEmpty() && !address.port().isEmpty())) {
            String any = address.family() == IpFamily.V6 ? "::" : "0.0.0.0";
            return resolve(address, any, address.family()::has);
        }
        return resolve(address, address.host(), address.family()::has);
    }

    /**
     * Returns where to connect to, best first; an address of version 4 will do where version 6 is asked for.
     *
     * @throws ServerException if there is no such address
     */
    static List<InetSocketAddress> connecting(ServerAddress.Tcp address) {
        return resolve(
                address,
                address.host(),
                host -> address.family() == IpFamily.V6 || address.family().has(host));
    }

    private static List<InetSocketAddress> resolve(
            ServerAddress.Tcp address, String host, Predicate<InetAddress> isUsable) {
        if (address.family() == IpFamily.NONE) {
            throw new ServerException(
                    "Cannot disable IPv4 and IPv6 at same time", "Leave one of ipv4 and ipv6 on.", null);
        }
        int port = PortName.find(address.port());
        if (port < 0) {
            throw refusal(address, "Servname not supported for ai_socktype", null);
        }
        InetAddress literal = literal(host);
        if (literal != null && !isUsable.test(literal)) {
            throw refusal(address, "Address family for hostname not supported", null);
        }
        List<InetSocketAddress> found = (literal == null ? named(address, host) : Stream.of(literal))
                .filter(isUsable)
                .map(each -> new InetSocketAddress(each, port))
                .toList();
        if (found.isEmpty()) {
            throw refusal(address, UNKNOWN_HOST, null);
        }
        return found;
    }

    private static @Nullable InetAddress literal(String host) {
        if (host.startsWith("[")) {
            // Java would take brackets; a host has none.
            return null;
        }
        try {
            return host.contains(":") ? Inet6Address.ofLiteral(host) : Inet4Address.ofPosixLiteral(host);
        } catch (IllegalArgumentException noLiteral) {
            return null;
        }
    }

    private static Stream<InetAddress> named(ServerAddress.Tcp address, String host) {
        // What has a colon is no name, and Java would take nothing for an address.
        if (host.isEmpty() || host.contains(":")) {
            throw refusal(address, UNKNOWN_HOST, null);
        }
        try {
            return Stream.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw refusal(address, UNKNOWN_HOST, e);
        }
    }

    private static ServerException refusal(ServerAddress.Tcp address, String reason, @Nullable Exception cause) {
        return new ServerException(
                "address resolution failed for " + address.host() + ":" + address.port() + ": " + reason,
                "Give the address as a number, or a name that the resolver knows.",
                cause);
    }
}
