// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.monitor.qmp.MessageSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The messages on their way to one client.
 *
 * <p>Messages are copied into one buffer while another is being written, so that whoever sends never waits for the client. A client for
 * which too much waits is cut off.
 *
 * <p>Thread-safe. Lock order: {@code writing} before {@code keeping}; nothing else is taken under either.
 */
final class Outbox implements MessageSink {
    private static final int ENOUGH = 64 << 10;
    private static final int PIECE = 128 << 10;
    private static final int MOST_KEPT = 256 << 10;

    private final SocketChannel channel;
    private final int maxUnread;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock keeping = new ReentrantLock();
    private final AtomicBoolean isFlushDue = new AtomicBoolean();
    private Buffer filling = new Buffer();
    private Buffer spare = new Buffer();
    private volatile int waiting;

    Outbox(SocketChannel channel, int maxUnread) {
        this.channel = channel;
        this.maxUnread = maxUnread;
    }

    /** What can be written to memory. */
    @FunctionalInterface
    private interface Message {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Gives access to the bytes without a copy. */
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(1024);
        }

        ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }

        boolean isLarge() {
            return buf.length > MOST_KEPT;
        }
    }

    /** Delivers bytes at once. */
    void deliver(byte[] bytes) {
        send(out -> out.write(bytes));
        flush();
    }

    @Override
    public void send(QmpJsonWriter message) {
        send(message::writeTo);
    }

    private void send(Message message) {
        boolean isTooMuch;
        keeping.lock();
        try {
            isTooMuch = filling.size() > maxUnread;
            if (!isTooMuch) {
                message.writeTo(filling);
                waiting = filling.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory refused bytes", e);
        } finally {
            keeping.unlock();
        }
        if (isTooMuch) {
            cutOff();
        }
    }

    private void cutOff() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a client that does not read could not be cut off", e);
        }
    }

    @Override
    public boolean isFull() {
        return waiting > ENOUGH;
    }

    @Override
    public void flush() {
        writing.lock();
        try {
            while (waiting > 0) {
                Buffer full = swap();
                write(full.view());
                full.reset();
                spare = full.isLarge() ? new Buffer() : full;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client went away", e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes in pieces: the system call copies each into a buffer of its size outside the heap, which it keeps. */
    private void write(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + PIECE));
            channel.write(bytes);
        }
    }

    private Buffer swap() {
        keeping.lock();
        try {
            Buffer full = filling;
            filling = spare;
            waiting = 0;
            return full;
        } finally {
            keeping.unlock();
        }
    }

    @Override
    public void flushSoon() {
        if (isFlushDue.compareAndSet(false, true)) {
            Thread.ofVirtual().name("qmp-events").start(() -> {
                isFlushDue.set(false);
                try {
                    flush();
                } catch (UncheckedIOException e) {
                    Connection.LOG.log(System.Logger.Level.DEBUG, "a client went away before its events came", e);
                }
            });
        }
    }
}
