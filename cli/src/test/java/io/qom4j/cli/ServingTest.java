// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qom run --qmp} within this process. */
class ServingTest {
    @TempDir
    Path folder;

    private String conversation(ServerSocketChannel server, String requests) throws IOException {
        try (SocketChannel client = server.accept()) {
            client.write(ByteBuffer.wrap(requests.getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void clientThatListensIsConnectedTo() throws Exception {
        Path socket = folder.resolve("client");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<Console> run = CompletableFuture.supplyAsync(() -> Console.run(
                    "run", "-object", "memory-backend-ram,id=m0,size=4k", "--qmp", "unix:" + socket + ",server=off"));
            String heard = conversation(server, """
                    {'execute': 'qmp_capabilities'}
                    {'execute': 'qom-get', 'arguments': {'path': '/objects/m0', 'property': 'size'}}
                    {'execute': 'quit'}
                    """);
            assertThat(heard).startsWith("{\"QMP\"").contains("{\"return\": 4096}", "host-qmp-quit");
            assertThat(run.get().status()).isZero();
            assertThat(run.get().out()).endsWith("\nQMP\n  is connected to unix:" + socket + "\n");
        }
    }

    @Test
    void addressWithAnUnknownOptionIsRefused() {
        assertThat(Console.run("run", "-object", "memory-backend-ram,id=m0,size=4k", "--qmp", "unix:s,sever=on"))
                .isEqualTo(new Console(1, "", """
                        qom: --qmp unix:s,sever=on: Invalid parameter 'sever'
                        qom: --qmp unix:s,sever=on: parse error: unix:s,sever=on
                        """));
    }
}
