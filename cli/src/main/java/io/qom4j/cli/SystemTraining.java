// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.ServedRuntime;
import io.qom4j.cli.system.SystemStart;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The part of the {@link Training} that starts a system and speaks with it as a client does. */
final class SystemTraining {
    private static final String REQUESTS = """
            {"execute": "qmp_capabilities"}
            {"execute": "object-add", "arguments": {"qom-type": "memory-backend-ram", "id": "t0", "size": 4096}}
            {"execute": "qom-set", "arguments": {"path": "t0", "property": "merge", "value": false}}
            {"execute": "qom-get", "arguments": {"path": "t0", "property": "size"}}
            {"execute": "object-del", "arguments": {"id": "t0"}}
            {"execute": "no-such-command"}
            {"execute": "human-monitor-command", "arguments": {"command-line": "info version"}}
            {"execute": "quit"}
            """;

    private SystemTraining() {}

    /** Serves on a socket, until the one client has had enough. */
    static void run(Path socket) throws IOException, InterruptedException {
        List<String> words = List.of(
                "-machine",
                "none",
                "-nodefaults",
                "-display",
                "none",
                "-S",
                "-object",
                "memory-backend-ram,id=t1,size=4k",
                "-qmp",
                "unix:" + socket + ",server=on,wait=off");
        try (ServedRuntime system = SystemStart.of(words, InputStream.nullInputStream(), System.out, System.err)
                .running()) {
            converse(socket);
            system.await();
        }
    }

    private static void converse(Path socket) throws IOException {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            client.write(ByteBuffer.wrap(REQUESTS.getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answers = ByteBuffer.allocate(1 << 12);
            while (client.read(answers.clear()) >= 0) {
                // Until the server has hung up.
                answers.clear();
            }
        }
    }
}
