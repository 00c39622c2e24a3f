// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.monitor.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One client's socket, read by one virtual thread. */
final class Connection implements Runnable {
    static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private static final int FIRST_BLOCK = 4 << 10;
    private static final int LARGEST_BLOCK = 64 << 10;

    private final SocketChannel channel;
    private final Outbox outbox;
    private final Session session;

    private Connection(SocketChannel channel, Outbox outbox, Session session) {
        this.channel = channel;
        this.outbox = outbox;
        this.session = session;
    }

    /** Returns a connection whose conversation has not begun. */
    static Connection with(SocketChannel channel, Speech speech, ServerOptions options) {
        try {
            if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client goes away", e);
        }
        Outbox outbox = new Outbox(channel, options.maxUnread());
        return new Connection(channel, outbox, speech.begin(outbox));
    }

    /** Reads until the client goes away or ends the conversation. */
    @Override
    public void run() {
        try {
            session.open();
            read();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client went away", e);
        } finally {
            session.close();
            close();
        }
    }

    private void read() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(FIRST_BLOCK);
        while (!session.isOver()) {
            int count = channel.read(block.clear());
            if (count < 0) {
                return;
            }
            session.feed(block.array(), 0, count);
            if (count == block.capacity() && count < LARGEST_BLOCK) {
                block = ByteBuffer.allocate(2 * count);
            }
        }
    }

    /** Starts delivering what waits, for the last time; the thread ends when that is done. */
    Thread sayLastWords() {
        return Thread.ofVirtual().name("last-words").start(() -> {
            try {
                outbox.flush();
            } catch (UncheckedIOException e) {
                LOG.log(System.Logger.Level.DEBUG, "a client went away before the end", e);
            }
        });
    }

    /** Tells whether nobody has hung up. */
    boolean isOpen() {
        return channel.isOpen();
    }

    /** Hangs up. */
    void close() {
        hangUp(channel);
    }

    /** Hangs up on a client. */
    static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client's socket did not close well", e);
        }
    }
}
