// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.backends.BackendsModule;
import io.qom4j.core.Qom;
import io.qom4j.core.text.Warning;
import io.qom4j.exec.ExecModule;
import io.qom4j.machine.MachineModule;
import io.qom4j.monitor.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as its clients see it. */
class QmpServerTest {
    @TempDir
    Path folder;

    private final List<Warning> warnings = new ArrayList<>();
    private final Qom qom = Qom.builder()
            .module(new ExecModule())
            .module(new BackendsModule())
            .module(new MachineModule())
            .warnings(warnings::add)
            .build();
    private final Monitor monitor = Monitor.of(qom);

    @AfterEach
    void close() {
        qom.close();
    }

    private ServerAddress unix() {
        return ServerAddress.unix(folder.resolve("s"));
    }

    @Test
    void greetsAnswersAndEnds() throws Exception {
        try (QmpServer server = QmpServer.listen(monitor, unix());
                SocketClient client = SocketClient.connect(server)) {
            assertThat(client.line()).startsWith("{\"QMP\": {\"version\": {");
            client.say("{'execute':'qmp_capabilities'}{'execute':'query-version','id':1}{'execute':'quit','id':[2]}");
            assertThat(client.line()).isEqualTo("{\"return\": {}}");
            assertThat(client.line()).startsWith("{\"return\": {").endsWith(", \"id\": 1}");
            assertThat(client.line()).contains("\"event\": \"SHUTDOWN\"");
            assertThat(client.line()).isEqualTo("{\"return\": {}, \"id\": [2]}");
            assertThat(client.line()).isNull();
            server.monitor().awaitShutdown();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aUnixSocketIsForItsUserAlone() throws IOException {
        try (QmpServer server = QmpServer.listen(monitor, unix())) {
            assertThat(server.clients()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("s"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSocketThatIsLeftOverIsReplaced() throws Exception {
        try (QmpServer first = QmpServer.listen(monitor, unix());
                QmpServer second = QmpServer.listen(monitor, unix());
                SocketClient client = SocketClient.connect(second)) {
            assertThat(client.line()).startsWith("{\"QMP\"");
            assertThat(first.clients()).isZero();
        }
    }

    @Test
    void aFileThatIsNoSocketIsKept() throws IOException {
        Files.writeString(folder.resolve("s"), "precious");

        assertThatThrownBy(() -> QmpServer.listen(monitor, unix()))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no socket");
        assertThat(folder.resolve("s")).hasContent("precious");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> QmpServer.listen(monitor, ServerAddress.unix(folder.resolve("no/s"))))
                .isInstanceOf(ServerException.class)
                .hasMessage("Failed to bind socket to " + folder.resolve("no/s") + ": No such file or directory");
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        Path path = folder.resolve("x".repeat(120));

        assertThatThrownBy(() -> QmpServer.listen(monitor, ServerAddress.unix(path)))
                .isInstanceOf(ServerException.class)
                .hasMessage("UNIX socket path '" + path + "' is too long");
    }

    @Test
    void tcpServesOnLoopback() throws Exception {
        try (QmpServer server = QmpServer.listen(monitor, ServerAddress.tcp("127.0.0.1", 0));
                SocketClient client = SocketClient.connect(server)) {
            assertThat(client.line()).startsWith("{\"QMP\"");
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void tcpThatOthersReachIsRefusedUnlessAllowed() {
        assertThatThrownBy(() -> QmpServer.listen(monitor, ServerAddress.tcp("0.0.0.0", 0)))
                .isInstanceOf(ServerException.class)
                .hasMessage("other machines can reach tcp:0.0.0.0:0, and QMP has no login");
        assertThatThrownBy(() -> QmpServer.listen(monitor, ServerAddress.tcp("", 0)))
                .isInstanceOf(ServerException.class);
    }

    @Test
    void aHostThatIsUnknownIsNamed() {
        assertThatThrownBy(() -> QmpServer.listen(monitor, ServerAddress.tcp("no.such.host.invalid", 0)))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no.such.host.invalid");
    }

    @Test
    void severalServersShowOneRuntime() throws Exception {
        try (QmpServer first = QmpServer.listen(monitor, unix());
                QmpServer second = QmpServer.listen(monitor, ServerAddress.tcp("127.0.0.1", 0));
                SocketClient one = SocketClient.negotiated(first);
                SocketClient other = SocketClient.negotiated(second)) {
            assertThat(
                            one.ask(
                                    "{'execute':'object-add','arguments':{'qom-type':'memory-backend-ram','id':'m','size':4096}}"))
                    .isEqualTo("{\"return\": {}}");
            assertThat(other.ask("{'execute':'qom-get','arguments':{'path':'m','property':'size'}}"))
                    .isEqualTo("{\"return\": 4096}");
        }
    }

    @Test
    void closingHangsUpAndSaysWhatWasToBeSaid() throws Exception {
        QmpServer server = QmpServer.listen(monitor, unix());
        try (SocketClient one = SocketClient.negotiated(server);
                SocketClient other = SocketClient.negotiated(server)) {
            one.say("{'execute':'quit'}");
            monitor.awaitShutdown();
            server.close();

            assertThat(other.line()).contains("\"event\": \"SHUTDOWN\"");
            assertThat(other.line()).isNull();
        }
    }
}
