// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import java.io.BufferedReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as its clients see it. */
class QmpServerTest {
    @Test
    void greetsAnswersAndEnds(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("s");
        try (Qom qom = Qom.create();
                QmpServer server = QmpServer.listen(Monitor.of(qom), ServerAddress.unix(path));
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            BufferedReader lines = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("{\"QMP\": {\"version\": {");
            client.write(ByteBuffer.wrap(
                    "{'execute':'qmp_capabilities'}{'execute':'query-version','id':1}{'execute':'quit','id':[2]}"
                            .getBytes(StandardCharsets.UTF_8)));
            assertThat(lines.readLine()).isEqualTo("{\"return\": {}}");
            assertThat(lines.readLine()).startsWith("{\"return\": {").endsWith(", \"id\": 1}");
            assertThat(lines.readLine()).contains("\"event\": \"SHUTDOWN\"");
            assertThat(lines.readLine()).isEqualTo("{\"return\": {}, \"id\": [2]}");
            assertThat(lines.readLine()).isNull();
            server.monitor().awaitShutdown();
        }
    }
}
