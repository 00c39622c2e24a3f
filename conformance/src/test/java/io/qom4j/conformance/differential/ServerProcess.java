// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import io.qom4j.conformance.QmpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A started program, which either has greeted this process or has ended. Confined to one thread.
 *
 * <p>The program connects, not this process, because only so nobody need guess when it is ready.
 */
final class ServerProcess implements AutoCloseable {
    private static final List<String> USUAL = List.of("-machine", "none", "-nodefaults", "-display", "none", "-S");

    /** The exit statuses above are those of signals. */
    static final int FIRST_SIGNAL = 128;

    private final Process process;
    private final Path folder;
    private final @Nullable QmpClient client;

    private ServerProcess(Process process, Path folder, @Nullable QmpClient client) {
        this.process = process;
        this.folder = folder;
        this.client = client;
    }

    /** Starts a program with the usual options and more words, and waits until it speaks QMP or has ended. */
    static ServerProcess start(Program program, Path folder, List<String> words) throws IOException {
        Path socket = folder.resolve("qmp");
        Files.deleteIfExists(socket);
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            List<String> command = new ArrayList<>(program.words());
            command.addAll(USUAL);
            command.addAll(List.of("-qmp", "unix:" + socket));
            command.addAll(words);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(folder.resolve("out").toFile())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            Thread.ofVirtual().start(() -> {
                process.onExit().join();
                close(listener);
            });
            return new ServerProcess(process, folder, greeted(listener));
        }
    }

    /** Returns a client that has been greeted, or null if the program ends before that, connected or not. */
    private static @Nullable QmpClient greeted(ServerSocketChannel listener) throws IOException {
        SocketChannel channel;
        try {
            channel = listener.accept();
        } catch (ClosedChannelException ended) {
            return null;
        }
        try {
            return new QmpClient(channel);
        } catch (IOException ended) {
            channel.close();
            return null;
        }
    }

    private static void close(ServerSocketChannel listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket cannot be closed", e);
        }
    }

    /** Returns a client of the program, which runs. */
    QmpClient client() {
        return Objects.requireNonNull(client, () -> "it has ended: " + err());
    }

    /** Tells whether the program has greeted this process. */
    boolean runs() {
        return client != null;
    }

    /** Waits for the end, and returns the exit status. */
    int await() {
        return process.onExit().join().exitValue();
    }

    /** Waits for the end of a program that has hung up, and tells whether a signal ended it: it has crashed. */
    boolean hasCrashed() {
        return await() > FIRST_SIGNAL;
    }

    /** Returns the lines of standard output. */
    List<String> out() {
        return lines("out");
    }

    /** Returns the lines of standard error. */
    List<String> err() {
        return lines("err");
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be read", e);
        }
    }

    /** Ends the program and waits until it has ended. */
    @Override
    public void close() throws IOException {
        if (client != null) {
            client.close();
        }
        process.destroyForcibly();
        process.onExit().join();
    }
}
