// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plain QMP client over a UNIX socket, which takes events for nothing. Confined to one thread. */
final class QmpClient implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader in;
    private final OutputStream out;
    private final @Nullable Object greeting;

    /**
     * Connects and hears the greeting.
     *
     * @throws IOException if nobody listens, or the conversation ends
     */
    QmpClient(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        out = Channels.newOutputStream(channel);
        greeting = receive();
    }

    @Nullable Object greeting() {
        return greeting;
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Returns the next message that is no event. */
    @Nullable Object receive() throws IOException {
        while (true) {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the server has hung up");
            }
            if (line.isBlank()) {
                continue;
            }
            Object message = Json.read(line, "reply");
            if (!(message instanceof Map<?, ?> map) || !map.containsKey("event")) {
                return message;
            }
        }
    }

    @Nullable Object ask(@Nullable Object request) throws IOException {
        send((Json.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
        return receive();
    }

    @Nullable Object ask(String command, Map<String, ?> arguments) throws IOException {
        return ask(Map.of("execute", command, "arguments", arguments));
    }

    @Nullable Object human(String line) throws IOException {
        return ask("human-monitor-command", Map.of("command-line", line));
    }

    void negotiate() throws IOException {
        ask(Map.of("execute", "qmp_capabilities"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the socket cannot be closed", e);
        }
    }
}
