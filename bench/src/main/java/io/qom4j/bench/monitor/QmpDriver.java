// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * A client that does nothing but send requests and count the lines that come back.
 *
 * <p>Confined to one thread, but for the thread that it sends from while it counts.
 */
final class QmpDriver implements AutoCloseable {
    private static final int BLOCK = 256 << 10;

    private final SocketChannel channel;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);

    QmpDriver(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        lines(1);
        ask("{\"execute\":\"qmp_capabilities\"}\n");
    }

    /** Waits for so many lines; returns how many bytes came. */
    private long lines(int count) throws IOException {
        long bytes = 0;
        for (int rest = count; rest > 0; ) {
            if (channel.read(block.clear()) < 0) {
                throw new IOException("the server hung up");
            }
            block.flip();
            bytes += block.remaining();
            while (block.hasRemaining()) {
                if (block.get() == '\n') {
                    rest--;
                }
            }
        }
        return bytes;
    }

    private void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Sends one request and waits for its answer, whose end is the end of what can be read; returns how many bytes it has. */
    long ask(String request) throws IOException {
        send(request);
        long bytes = 0;
        do {
            if (channel.read(block.clear()) < 0) {
                throw new IOException("the server hung up");
            }
            bytes += block.position();
        } while (block.get(block.position() - 1) != '\n');
        return bytes;
    }

    /** Sends requests one after the other, each when the one before is answered; returns the seconds. */
    double oneByOne(int count, IntFunction<String> request) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            ask(request.apply(i));
        }
        return secondsSince(start);
    }

    /** Sends all requests while answers are counted; returns the seconds. */
    double pipelined(int count, IntFunction<String> request) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(request.apply(i));
        }
        String text = all.toString();
        long start = System.nanoTime();
        Thread sender = Thread.ofPlatform().start(() -> {
            try {
                send(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        lines(count);
        sender.join();
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
