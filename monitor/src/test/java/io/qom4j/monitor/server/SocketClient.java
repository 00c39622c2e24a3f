// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client on a socket. */
final class SocketClient implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader lines;

    private SocketClient(SocketChannel channel) {
        this.channel = channel;
        this.lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /** Connects; the greeting is the first line. */
    static SocketClient connect(QmpServer server) throws IOException {
        return new SocketClient(SocketChannel.open(server.localAddress()));
    }

    /** Connects and negotiates. */
    static SocketClient negotiated(QmpServer server) throws IOException {
        SocketClient client = connect(server);
        client.line();
        client.ask("{'execute':'qmp_capabilities'}");
        return client;
    }

    void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** Returns the next line, or null if the server has hung up. */
    @Nullable String line() throws IOException {
        return lines.readLine();
    }

    @Nullable String ask(String text) throws IOException {
        say(text);
        return line();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
