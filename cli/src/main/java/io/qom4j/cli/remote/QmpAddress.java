// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.remote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Where a QMP server listens: {@code unix:PATH} or {@code tcp:HOST:PORT}.
 *
 * <p>Immutable.
 *
 * @param text the address as it was written
 */
public record QmpAddress(String text) {
    private static final String UNIX = "unix:";
    private static final String TCP = "tcp:";

    /** Tells whether a text is an address rather than the name of a file. */
    public static boolean isAddress(String text) {
        return text.startsWith(UNIX) || text.startsWith(TCP);
    }

    /** Opens a connection. */
    SocketChannel open() throws IOException {
        if (text.startsWith(UNIX)) {
            return open(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(text.substring(UNIX.length())));
        }
        String rest = text.startsWith(TCP) ? text.substring(TCP.length()) : "";
        int colon = rest.lastIndexOf(':');
        if (colon < 0 || !rest.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IOException("an address is unix:PATH or tcp:HOST:PORT");
        }
        String host = rest.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
        InetSocketAddress address =
                new InetSocketAddress(host.isEmpty() ? "localhost" : host, Integer.parseInt(rest.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("there is no host '" + host + "'");
        }
        return open(null, address);
    }

    private static SocketChannel open(@Nullable StandardProtocolFamily family, SocketAddress to) throws IOException {
        SocketChannel channel = family == null ? SocketChannel.open() : SocketChannel.open(family);
        try {
            channel.connect(to);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
