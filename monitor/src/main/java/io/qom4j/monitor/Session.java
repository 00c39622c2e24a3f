// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

/**
 * A conversation with one client, as it looks from the client's side: bytes come in, and what is answered goes elsewhere.
 *
 * <p>All methods belong to one thread, the one that reads from the client.
 */
public interface Session {
    /** Greets the client. */
    void open();

    /**
     * Takes bytes from the client, and answers what is whole by now.
     *
     * @param from the index of the first byte
     * @param to the index behind the last one
     */
    void feed(byte[] bytes, int from, int to);

    /** Tells whether the conversation has ended without the client's going away. */
    boolean isOver();

    /** Ends the conversation. */
    void close();
}
