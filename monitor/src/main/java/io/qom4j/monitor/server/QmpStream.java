// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.qmp.MessageSink;
import io.qom4j.monitor.qmp.QmpSession;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A QMP conversation over a pair of streams, such as standard input and output.
 *
 * <p>Thread-safe where the streams are.
 */
public final class QmpStream implements Runnable {
    private static final int BLOCK = 16 << 10;

    private final InputStream in;
    private final QmpSession session;

    /** Makes a conversation that has not begun. */
    public QmpStream(Monitor monitor, InputStream in, OutputStream out) {
        this.in = in;
        this.session = new QmpSession(monitor, new Sink(new BufferedOutputStream(out, BLOCK)));
    }

    /**
     * Greets, and answers until the input ends or the client ends the conversation.
     *
     * @throws UncheckedIOException if a stream fails
     */
    @Override
    public void run() {
        try {
            session.open();
            byte[] block = new byte[BLOCK];
            while (!session.isOver()) {
                int count = in.read(block);
                if (count < 0) {
                    break;
                }
                session.feed(block, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client cannot be heard", e);
        } finally {
            session.close();
        }
    }

    private record Sink(BufferedOutputStream out) implements MessageSink {
        @Override
        public synchronized void send(QmpJsonWriter message) {
            try {
                message.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("the client cannot be told", e);
            }
        }

        @Override
        public synchronized void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the client cannot be told", e);
            }
        }
    }
}
