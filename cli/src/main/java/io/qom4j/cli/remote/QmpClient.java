// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.remote;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonException;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a QMP server that sends commands one by one and waits for each answer.
 *
 * <p>Events that come between are passed over. A server that stays silent for too long is given up. Confined to one thread, but for
 * {@link #close}.
 */
public final class QmpClient implements AutoCloseable {
    /** How long an answer may take where nothing is said. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LONGEST_ANSWER = 1 << 26;

    private final QmpAddress address;
    private final SocketChannel channel;
    private final Duration patience;
    private final JsonReader reader = JsonReader.strict();
    private final ByteBuffer input = ByteBuffer.allocate(1 << 16).limit(0);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private QmpClient(QmpAddress address, SocketChannel channel, Duration patience) {
        this.address = address;
        this.channel = channel;
        this.patience = patience;
    }

    /**
     * Connects and leaves the server's negotiation mode; an answer may take {@link #PATIENCE}.
     *
     * @param address {@code unix:PATH} or {@code tcp:HOST:PORT}
     * @throws QmpException if nobody listens there, or does not speak QMP
     */
    public static QmpClient connect(String address) {
        return connect(address, PATIENCE);
    }

    /**
     * Connects and leaves the server's negotiation mode.
     *
     * @param address {@code unix:PATH} or {@code tcp:HOST:PORT}
     * @param patience how long an answer may take
     * @throws QmpException if nobody listens there, or does not speak QMP
     */
    public static QmpClient connect(String address, Duration patience) {
        QmpAddress to = new QmpAddress(address);
        QmpClient client;
        try {
            client = new QmpClient(to, to.open(), patience);
        } catch (IOException | IllegalArgumentException e) {
            throw new QmpException("cannot connect to " + address + ": " + reason(e), e);
        }
        try {
            JsonDocument greeting = client.receive();
            if (greeting.kind(JsonDocument.ROOT) != JsonKind.OBJECT || greeting.member(JsonDocument.ROOT, "QMP") < 0) {
                throw new QmpException(address + " does not greet as a QMP server does", null);
            }
            client.execute("qmp_capabilities", Map.of());
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /**
     * Executes a command.
     *
     * @param arguments values as {@link JsonDocument#of} takes them
     * @return what the command returns, as {@link JsonDocument#toJava} gives it
     * @throws QmpException if the server refuses the command or cannot be heard
     */
    public @Nullable Object execute(String command, Map<String, ?> arguments) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("execute", command);
        if (!arguments.isEmpty()) {
            request.put("arguments", arguments);
        }
        send(JsonDocument.of(request) + "\n");
        while (true) {
            JsonDocument answer = receive();
            int root = JsonDocument.ROOT;
            if (answer.kind(root) != JsonKind.OBJECT) {
                throw new QmpException(address.text() + " answers with something that is no QMP: " + answer, null);
            }
            int value = answer.member(root, "return");
            if (value >= 0) {
                return answer.toJava(value);
            }
            int error = answer.member(root, "error");
            if (error >= 0) {
                int text = answer.member(error, "desc");
                throw new QmpException(text >= 0 ? answer.string(text) : answer.toString(), null);
            }
        }
    }

    private void send(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new QmpException(address.text() + " does not listen any more: " + reason(e), e);
        }
    }

    private JsonDocument receive() {
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        CompletableFuture<Void> watch = heard.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(inTime -> {
                    if (!inTime) {
                        close();
                    }
                });
        try {
            byte[] bytes = readLine();
            return reader.read(bytes, address.text());
        } catch (AsynchronousCloseException e) {
            throw new QmpException(address.text() + " did not answer for " + patience.toSeconds() + " s", e);
        } catch (IOException | JsonException e) {
            throw new QmpException(address.text() + " cannot be understood: " + reason(e), e);
        } finally {
            heard.complete(true);
            watch.cancel(false);
        }
    }

    private byte[] readLine() throws IOException {
        line.reset();
        while (true) {
            while (input.hasRemaining()) {
                byte next = input.get();
                if (next == '\n') {
                    return line.toByteArray();
                }
                line.write(next);
            }
            if (line.size() > LONGEST_ANSWER) {
                throw new IOException("an answer is longer than " + LONGEST_ANSWER + " bytes");
            }
            input.clear();
            int count = channel.read(input);
            input.flip();
            if (count < 0) {
                throw new IOException("the connection ended");
            }
        }
    }

    private static String reason(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new QmpException(address.text() + " cannot be left: " + reason(e), e);
        }
    }
}
