// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask running servers, against QEMU itself and against servers that misbehave. */
class RemoteIT {
    private static final String QEMU = "qemu-system-x86_64";

    @TempDir
    Path folder;

    private static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, QEMU))) {
                return true;
            }
        }
        System.err.println(
                "NOT CHECKED: " + QEMU + " is not installed, so qom export, diff and shell were not tried on it.");
        return false;
    }

    private Process start(Path socket, String... objects) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                QEMU, "-machine", "none", "-nodefaults", "-display", "none", "-qmp", "unix:" + socket + ",server=on");
        for (String object : objects) {
            builder.command().add("-object");
            builder.command().add(object);
        }
        // With server=on and without wait=off QEMU says on standard error that it waits, once it listens.
        Process qemu = builder.start();
        StringBuilder said = new StringBuilder();
        for (int c = qemu.getErrorStream().read(); c >= 0 && said.indexOf("waiting for connection") < 0; ) {
            said.append((char) c);
            c = qemu.getErrorStream().read();
        }
        assertThat(said).contains("waiting for connection");
        return qemu;
    }

    @Test
    void configurationOfARunningQemuIsExportedAndCompared() throws Exception {
        if (!isInstalled()) {
            return;
        }
        String[] objects = {
            "memory-backend-ram,id=m0,size=8M,merge=off,prealloc-threads=2",
            "memory-backend-file,id=f0,size=4M,share=on,mem-path=" + folder.resolve("f0.img")
        };
        Path file = folder.resolve("vm.json");
        Files.writeString(
                file,
                Console.run("convert", "-object", objects[0], "-object", objects[1])
                        .out());
        Path socket = folder.resolve("qmp.sock");
        Process qemu = start(socket, objects);
        try {
            Console export = Console.run("export", "unix:" + socket);
            assertThat(export.err()).isEmpty();
            assertThat(export.out()).contains("\"size\": 8388608", "\"merge\": false", "\"prealloc-threads\": 2");
            assertThat(Console.run("diff", file, "unix:" + socket)).isEqualTo(new Console(0, "", ""));
            Files.writeString(file, Files.readString(file).replace("\"8M\"", "\"16M\""));
            assertThat(Console.run("diff", file, "unix:" + socket))
                    .isEqualTo(new Console(1, "~ /objects/m0.size: 16777216 → 8388608\n", ""));
            assertThat(Console.run("tree", "unix:" + socket).out())
                    .contains("f0 (memory-backend-file)", "m0 (memory-backend-ram)");
            assertThat(Console.run("explain", "m0.size", "unix:" + socket).err())
                    .contains("does not tell who gave a value");
        } finally {
            qemu.destroy();
            assertThat(qemu.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shellAsksARunningQemuAndItsQuitEndsIt() throws Exception {
        if (!isInstalled()) {
            return;
        }
        Path socket = folder.resolve("qmp.sock");
        Process qemu = start(socket, "memory-backend-ram,id=m0,size=8M");
        try {
            assertThat(QomProcess.runWithInput(
                            folder,
                            "qom-set m0 dump off\nqom-get m0 dump\nqom-get m1 dump\nquit\n",
                            "shell",
                            "unix:" + socket))
                    .isEqualTo(new QomProcess(1, "false\n", "Error: Device 'm1' not found\n"));
            assertThat(qemu.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            qemu.destroyForcibly();
        }
    }

    /** Answers one client with some text, and hangs up. */
    private Console against(String answer) throws IOException, InterruptedException {
        Path socket = folder.resolve("false.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread thread = Thread.ofVirtual().start(() -> {
                try (SocketChannel client = server.accept()) {
                    client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                } catch (IOException gone) {
                    assertThat(gone).hasNoCause();
                }
            });
            Console console = Console.run("export", "unix:" + socket);
            thread.join();
            return console;
        }
    }

    @Test
    void serverThatIsNoneIsNamed() throws Exception {
        assertThat(against("{\"hello\": 1}\r\n"))
                .satisfies(console -> assertThat(console.status()).isEqualTo(1))
                .satisfies(console -> assertThat(console.err()).contains("does not greet as a QMP server does"));
    }

    @Test
    void serverThatSpeaksNoJsonIsNamed() throws Exception {
        assertThat(against("SSH-2.0-OpenSSH\r\n").err()).contains("cannot be understood");
    }

    @Test
    void serverThatHangsUpIsNamed() throws Exception {
        assertThat(against("").err()).contains("cannot be understood: the connection ended");
    }

    @Test
    void addressWithoutPortIsExplained() {
        assertThat(Console.run("export", "tcp:localhost").err()).contains("unix:PATH or tcp:HOST:PORT");
    }
}
