// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import io.qom4j.monitor.server.ServerAddress;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;

/** The addresses of sockets as QEMU's {@code SocketAddress} has them. Thread-safe: it has no state. QEMU: qapi/sockets.json. */
public final class SocketAddresses {
    private static final String TYPE = "type";
    private static final String PATH = "path";

    private SocketAddresses() {}

    /** Returns the address of a socket that listens. */
    public static Map<String, Object> listening(SocketAddress address) {
        if (address instanceof InetSocketAddress tcp) {
            return Map.of(
                    TYPE,
                    "inet",
                    "host",
                    tcp.getAddress().getHostAddress(),
                    "port",
                    String.valueOf(tcp.getPort()),
                    tcp.getAddress() instanceof Inet6Address ? "ipv6" : "ipv4",
                    true);
        }
        return Map.of(TYPE, "unix", PATH, address.toString());
    }

    /** Returns the address at which a socket listens, or would. */
    public static Map<String, Object> of(ServerAddress address) {
        return switch (address) {
            case ServerAddress.Unix unix ->
                Map.of(TYPE, "unix", PATH, unix.path().toString());
            case ServerAddress.Tcp tcp -> Map.of(TYPE, "inet", "host", tcp.host(), "port", tcp.port());
        };
    }

    /** Returns the address to which a socket has connected. */
    public static Map<String, Object> connected(ServerAddress address) {
        Map<String, Object> members = new HashMap<>(of(address));
        if (address instanceof ServerAddress.Unix) {
            members.put("abstract", false);
            members.put("tight", true);
        }
        return members;
    }
}
