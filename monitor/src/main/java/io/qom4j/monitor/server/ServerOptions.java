// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

/**
 * The limits of a server.
 *
 * <p>Immutable.
 *
 * @param maxClients how many clients may be connected at once; one more is turned away
 * @param maxUnread how many bytes of events may wait for a client that does not read before it is cut off
 * @param isRemoteAllowed whether the server may listen on an address that other machines reach
 */
public record ServerOptions(int maxClients, int maxUnread, boolean isRemoteAllowed) {
    /** The limits that a server has if nothing is said. */
    public static final ServerOptions STANDARD = new ServerOptions(4096, 8 << 20, false);

    /** Refuses limits that let nothing through. */
    public ServerOptions {
        if (maxClients < 1 || maxUnread < 1) {
            throw new IllegalArgumentException(
                    "limits are at least 1, not " + maxClients + " clients and " + maxUnread + " bytes");
        }
    }

    /** Returns these limits with another number of clients. */
    public ServerOptions withMaxClients(int clients) {
        return new ServerOptions(clients, maxUnread, isRemoteAllowed);
    }

    /** Returns these limits with another number of bytes that may wait. */
    public ServerOptions withMaxUnread(int bytes) {
        return new ServerOptions(maxClients, bytes, isRemoteAllowed);
    }

    /** Returns these limits, with addresses that other machines reach allowed. */
    public ServerOptions allowRemote() {
        return new ServerOptions(maxClients, maxUnread, true);
    }
}
