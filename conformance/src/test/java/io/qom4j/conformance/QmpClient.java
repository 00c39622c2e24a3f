// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import io.qom4j.core.json.JsonException;
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

/** A plain QMP client over a UNIX socket. Confined to one thread. */
public final class QmpClient implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader in;
    private final OutputStream out;
    private final @Nullable Object greeting;

    /**
     * Connects and hears the greeting.
     *
     * @throws IOException if nobody listens, or the conversation ends
     */
    public QmpClient(Path socket) throws IOException {
        this(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /**
     * Hears the greeting of a server that is connected.
     *
     * @throws IOException if the conversation ends
     */
    public QmpClient(SocketChannel channel) throws IOException {
        this.channel = channel;
        in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        out = Channels.newOutputStream(channel);
        greeting = receive();
    }

    public @Nullable Object greeting() {
        return greeting;
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Returns the next message that is no event. */
    public @Nullable Object receive() throws IOException {
        Object message = receiveAny();
        while (message instanceof Map<?, ?> map && map.containsKey("event")) {
            message = receiveAny();
        }
        return message;
    }

    /** Returns the next message. */
    public @Nullable Object receiveAny() throws IOException {
        String line = in.readLine();
        while (line != null && line.isBlank()) {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the server has hung up");
        }
        return read(line);
    }

    /** Returns a message; one that is no JSON, as QEMU's are that hold an infinite number, as it is. */
    private static @Nullable Object read(String line) {
        try {
            return Json.read(line, "reply");
        } catch (JsonException e) {
            return line;
        }
    }

    public @Nullable Object ask(@Nullable Object request) throws IOException {
        send((Json.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
        return receive();
    }

    public @Nullable Object ask(String command, Map<String, ?> arguments) throws IOException {
        return ask(Map.of("execute", command, "arguments", arguments));
    }

    public @Nullable Object human(String line) throws IOException {
        return ask("human-monitor-command", Map.of("command-line", line));
    }

    public void negotiate() throws IOException {
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
