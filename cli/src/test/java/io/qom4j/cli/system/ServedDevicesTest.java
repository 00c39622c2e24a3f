// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.monitor.Monitor;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The character devices of a command line, as the tree shows them. */
class ServedDevicesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SystemStart start;

    @AfterEach
    void close() {
        if (start.runtime() != null) {
            start.running().close();
        }
    }

    private Qom start(String... words) {
        start = SystemStart.of(
                List.of(words),
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return start.running().qom();
    }

    private static List<String> names(Qom qom) {
        return qom.resolve("/chardevs").children().stream()
                .map(QomObject::name)
                .sorted()
                .toList();
    }

    @Test
    void devicesInPlaceAreNumberedAndOthersKeepTheirNames() {
        Qom qom = start(
                "-qmp",
                "unix:" + folder.resolve("a") + ",server=on,wait=off",
                "-chardev",
                "null,id=n0",
                "-mon",
                "n0",
                "-qmp",
                "stdio");
        assertThat(names(qom)).containsExactly("compat_monitor0", "compat_monitor1", "n0");
        assertThat(qom.resolve("/chardevs/compat_monitor1").typeName()).isEqualTo("chardev-stdio");
    }

    @Test
    void deviceThatNobodyUsesIsThere() {
        String path = folder.resolve("s").toString();
        assertThat(names(start(
                        "-chardev", "socket,id=s0,path=" + path + ",server=on,wait=off", "-chardev", "stdio,id=s1")))
                .containsExactly("s0", "s1");
    }

    @Test
    void withoutDevicesThereIsNoContainer() {
        assertThat(start("-machine", "none").find("/chardevs")).isNull();
    }

    @Test
    void addressOfASocketTellsItsPathOrPort() {
        Qom qom = start(
                "-qmp",
                "unix:" + folder.resolve("a") + ",server=on,wait=off",
                "-qmp",
                "tcp:127.0.0.1:0,server=on,wait=off");
        assertThat(address(qom, "compat_monitor0"))
                .isEqualTo("{\"path\":\"" + folder.resolve("a") + "\",\"type\":\"unix\"}");
        assertThat(address(qom, "compat_monitor1"))
                .matches("\\{\"port\":\"[1-9]\\d*\",\"ipv4\":true,\"host\":\"127.0.0.1\",\"type\":\"inet\"}");
    }

    private static String address(Qom qom, String path) {
        return Monitor.of(qom)
                .execute("qom-get", Map.of("path", path, "property", "addr"))
                .toString();
    }

    @Test
    void socketIsConnectedWhileAClientIsThere() throws Exception {
        Path socket = folder.resolve("client");
        try (ServerSocketChannel client = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.bind(UnixDomainSocketAddress.of(socket));
            Qom qom = start("-qmp", "unix:" + socket, "-qmp", "unix:" + folder.resolve("a") + ",server=on,wait=off");
            try (SocketChannel accepted = client.accept()) {
                assertThat(accepted.isConnected()).isTrue();
                assertThat(qom.resolve("compat_monitor0").getBool("connected")).isTrue();
                assertThat(qom.resolve("compat_monitor1").getBool("connected")).isFalse();
            }
        }
    }

    @Test
    void deviceServesOneMonitor() {
        start = SystemStart.of(
                List.of("-chardev", "null,id=n0", "-mon", "n0", "-mon", "n0"),
                InputStream.nullInputStream(),
                System.out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(start.status()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("qom: -mon n0: Device 'n0' is in use\n");
    }
}
