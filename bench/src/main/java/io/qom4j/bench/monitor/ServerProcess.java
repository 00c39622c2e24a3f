// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.monitor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE = 20;
    private static final String QEMU = "qemu-system-x86_64";

    private final Process process;
    private final Path socket;

    private ServerProcess(Path socket, List<String> command) throws IOException {
        this.socket = socket;
        this.process = new ProcessBuilder(command).inheritIO().start();
    }

    static boolean isQemuThere() {
        return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, QEMU)));
    }

    static ServerProcess qemu(Path socket) throws IOException {
        return new ServerProcess(
                socket,
                List.of(
                        QEMU,
                        "-machine",
                        "none",
                        "-nodefaults",
                        "-display",
                        "none",
                        "-S",
                        "-qmp",
                        "unix:" + socket + ",server=on,wait=off"));
    }

    static ServerProcess ours(Path socket) throws IOException {
        return new ServerProcess(
                socket,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServedMachine.class.getName(),
                        socket.toString()));
    }

    /** Connects once the server listens. */
    QmpDriver connect() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE); System.nanoTime() < end; ) {
            if (Files.exists(socket)) {
                try {
                    return new QmpDriver(socket);
                } catch (IOException e) {
                    // It is about to listen.
                }
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server ended with status " + process.exitValue());
            }
        }
        throw new IOException("the server did not listen on " + socket + " within " + PATIENCE + " s");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(socket);
    }
}
