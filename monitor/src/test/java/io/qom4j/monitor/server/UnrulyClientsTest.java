// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are many, do not read, or go away: nobody else is harmed. */
class UnrulyClientsTest {
    private static final String ADD =
            "{'execute':'object-add','arguments':{'qom-type':'memory-backend-ram','id':'m','size':4096}}";
    private static final String STATUS = "{'execute':'query-status','id':'";

    @TempDir
    Path folder;

    private final Qom qom = Qom.create();
    private final Monitor monitor = Monitor.of(qom);

    @AfterEach
    void close() {
        qom.close();
    }

    private QmpServer listen(ServerOptions options) {
        return QmpServer.listen(monitor, ServerAddress.unix(folder.resolve("s")), options);
    }

    @Test
    void aThousandClientsAreServedAtOnce() throws IOException {
        try (QmpServer server = listen(ServerOptions.STANDARD)) {
            List<SocketClient> clients = new ArrayList<>();
            try {
                for (int i = 0; i < 1000; i++) {
                    SocketClient client = SocketClient.connect(server);
                    clients.add(client);
                    client.say("{'execute':'qmp_capabilities'}" + STATUS + i + "'}");
                }
                for (int i = 0; i < clients.size(); i++) {
                    SocketClient client = clients.get(i);
                    assertThat(client.line()).startsWith("{\"QMP\"");
                    assertThat(client.line()).isEqualTo("{\"return\": {}}");
                    assertThat(client.line()).endsWith(", \"id\": \"" + i + "\"}");
                }
            } finally {
                for (SocketClient each : clients) {
                    each.close();
                }
            }
        }
    }

    @Test
    void oneMoreThanAllowedIsTurnedAway() throws IOException {
        try (QmpServer server = listen(ServerOptions.STANDARD.withMaxClients(1));
                SocketClient first = SocketClient.negotiated(server);
                SocketClient second = SocketClient.connect(server)) {
            assertThat(second.line()).isNull();
            assertThat(first.ask("{'execute':'query-name'}")).isEqualTo("{\"return\": {}}");
        }
    }

    @Test
    void whoReadsDoesNotWaitForASlowChange() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread change = Thread.ofVirtual()
                .start(() -> qom.exclusively(() -> {
                    begun.countDown();
                    await(mayEnd);
                }));
        begun.await();
        try (QmpServer server = listen(ServerOptions.STANDARD);
                SocketClient writer = SocketClient.negotiated(server);
                SocketClient reader = SocketClient.negotiated(server)) {
            writer.say(ADD);
            assertThat(reader.ask("{'execute':'qom-list','arguments':{'path':'/'}}"))
                    .startsWith("{\"return\": [");
            assertThat(reader.ask("{'execute':'qom-get','arguments':{'path':'/','property':'type'}}"))
                    .isEqualTo("{\"return\": \"container\"}");
            assertThat(qom.find("/objects/m")).isNull();
            mayEnd.countDown();
            assertThat(writer.line()).isEqualTo("{\"return\": {}}");
        } finally {
            mayEnd.countDown();
            change.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRequestThatIsCutOffAtAnyByteDoesNothing() throws IOException {
        byte[] request = ADD.getBytes(StandardCharsets.UTF_8);
        try (QmpServer server = listen(ServerOptions.STANDARD)) {
            for (int length = 0; length < request.length; length++) {
                try (SocketClient client = SocketClient.connect(server)) {
                    client.say("{'execute':'qmp_capabilities'}" + ADD.substring(0, length));
                }
            }
            try (SocketClient client = SocketClient.negotiated(server)) {
                assertThat(client.ask(ADD)).isEqualTo("{\"return\": {}}");
            }
        }
    }

    @Test
    void aClientThatFloodsWithoutReadingHarmsNobodyAndLosesNothing() throws Exception {
        int count = 50_000;
        try (QmpServer server = listen(ServerOptions.STANDARD);
                SocketClient flooding = SocketClient.connect(server);
                SocketClient other = SocketClient.negotiated(server)) {
            Thread flood = Thread.ofVirtual().start(() -> {
                try {
                    flooding.say("{'execute':'qmp_capabilities'}");
                    for (int i = 0; i < count; i++) {
                        flooding.say("{'execute':'query-version','id':" + i + "}");
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            for (int i = 0; i < 100; i++) {
                assertThat(other.ask("{'execute':'query-name'}")).isEqualTo("{\"return\": {}}");
            }
            flooding.line();
            flooding.line();
            for (int i = 0; i < count; i++) {
                assertThat(flooding.line()).endsWith("\"id\": " + i + "}");
            }
            flood.join();
        }
    }

    @Test
    void aClientThatDoesNotTakeItsEventsIsCutOff() throws Exception {
        try (QmpServer server = listen(ServerOptions.STANDARD.withMaxUnread(1 << 16));
                SocketClient deaf = SocketClient.negotiated(server)) {
            while (server.clients() > 0) {
                monitor.events().emit("STOP");
            }
            String line = deaf.line();
            while (line != null) {
                assertThat(line).contains("STOP");
                line = deaf.line();
            }
        }
    }

    @Test
    void quitCountsEvenIfTheClientDoesNotWaitForTheReply() throws Exception {
        try (QmpServer server = listen(ServerOptions.STANDARD)) {
            try (SocketClient client = SocketClient.negotiated(server)) {
                client.say("{'execute':'quit'}");
            }
            server.monitor().awaitShutdown();
        }
    }

    @Test
    void aClientThatGoesAwayWithoutReadingIsForgotten() throws IOException {
        try (QmpServer server = listen(ServerOptions.STANDARD)) {
            try (SocketClient client = SocketClient.negotiated(server)) {
                client.say("{'execute':'query-commands'}".repeat(1000));
            }
            while (server.clients() > 0) {
                Thread.onSpinWait();
            }
            try (SocketClient next = SocketClient.negotiated(server)) {
                assertThat(next.ask("{'execute':'query-name'}")).isEqualTo("{\"return\": {}}");
            }
        }
    }
}
