// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.cli.remote.QmpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who speaks over the sockets of a command line, and with whom. */
class SocketsTest {
    private static final String PROMPT = "(qemu) ";
    private static final String BANNER = "QEMU 7.2.22 monitor - type 'help' for more information\r\n" + PROMPT;
    private static final String THE_END = "\0";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SystemStart start;

    @AfterEach
    void close() {
        if (start != null && start.runtime() != null) {
            start.running().close();
        }
    }

    /** Starts; the folder of the test stands for {@code {dir}}. */
    private SystemStart begin(String... words) {
        return SystemStart.of(
                Stream.of(words).map(this::text).toList(),
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String text(String template) {
        return template.replace("{dir}", folder.toString());
    }

    private void start(String... words) {
        start = begin(words);
        assertThat(start.status()).as(said()).isZero();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private UnixDomainSocketAddress socket() {
        return UnixDomainSocketAddress.of(folder.resolve("s"));
    }

    private boolean isConnected(String device) {
        return start.running().qom().resolve("/chardevs/" + device).getBool("connected");
    }

    private static void say(SocketChannel to, String text) throws IOException {
        to.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads up to a text, or to the end. */
    private static String hear(SocketChannel from, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!text.toString().endsWith(end) && from.read(one.clear()) > 0) {
            text.append((char) one.get(0));
        }
        return text.toString();
    }

    private static ServerSocketChannel listener(SocketAddress address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET);
        channel.bind(address);
        return channel;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void monitorForPeopleSpeaksOverASocket() throws IOException {
        start("-chardev", "socket,id=c,path={dir}/s,server=on,wait=off", "-mon", "chardev=c,mode=readline");
        try (SocketChannel client = SocketChannel.open(socket())) {
            assertThat(hear(client, PROMPT)).isEqualTo(BANNER);
            say(client, "x\n");
            assertThat(hear(client, PROMPT)).isEqualTo("x\033[K\r\nunknown command: 'x'\r\n" + PROMPT);
        }
    }

    @Test
    void secondPersonWaitsUntilTheFirstHasGone() throws IOException {
        start("-monitor", "unix:{dir}/s,server=on,wait=off");
        try (SocketChannel second = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try (SocketChannel first = SocketChannel.open(socket())) {
                hear(first, PROMPT);
                second.connect(socket());
                say(first, "x\n");
                hear(first, PROMPT);
                second.configureBlocking(false);
                assertThat(second.read(ByteBuffer.allocate(1))).isZero();
                second.configureBlocking(true);
            }
            assertThat(hear(second, PROMPT)).isEqualTo(BANNER);
        }
    }

    @Test
    void personWhoSaysQuitEndsItAll() throws Exception {
        start("-monitor", "unix:{dir}/s,server=on,wait=off");
        try (SocketChannel client = SocketChannel.open(socket())) {
            say(client, "quit\n");
            start.running().await();
            start.running().close();
            assertThat(hear(client, THE_END)).endsWith("quit\033[K\r\n");
        }
    }

    @Test
    void personIsCalledWhoListens() throws IOException {
        try (ServerSocketChannel listener = listener(socket())) {
            start("-monitor", "unix:{dir}/s");
            try (SocketChannel called = listener.accept()) {
                assertThat(hear(called, PROMPT)).isEqualTo(BANNER);
            }
        }
    }

    @Test
    void socketThatNoMonitorUsesTakesClientsAndTellsThemNothing() throws IOException {
        start("-chardev", "socket,id=c,path={dir}/s,server=on,wait=off");
        try (SocketChannel client = SocketChannel.open(socket())) {
            say(client, "anything");
            await(() -> isConnected("c"));
            start.running().close();
            assertThat(hear(client, THE_END)).isEmpty();
        }
    }

    @Test
    void socketThatNoMonitorUsesConnectsWhereItIsAskedTo() throws IOException {
        try (ServerSocketChannel listener = listener(socket())) {
            start("-chardev", "socket,id=c,path={dir}/s");
            try (SocketChannel called = listener.accept()) {
                assertThat(called.isConnected()).isTrue();
                assertThat(isConnected("c")).isTrue();
            }
        }
    }

    @Test
    void startIsHeldUpUntilAClientComes() throws Exception {
        CompletableFuture<SystemStart> starting = CompletableFuture.supplyAsync(
                () -> begin("-qmp", "unix:{dir}/s,server=on", "-object", "memory-backend-ram,id=m0,size=4k"));
        await(() -> said().endsWith("\n"));
        assertThat(said())
                .isEqualTo(text("qom: -qmp unix:{dir}/s,server=on: info: QEMU waiting for connection on: disconnected:"
                        + "unix:{dir}/s,server=on\n"));
        assertThat(starting).isNotDone();
        try (QmpClient client = QmpClient.connect("unix:" + folder.resolve("s"))) {
            start = starting.get();
            assertThat(client.execute("qom-list", Map.of("path", "/objects")).toString())
                    .contains("m0");
        }
    }

    @Test
    void portThatIsWaitedAtIsTold() throws Exception {
        CompletableFuture<SystemStart> starting = CompletableFuture.supplyAsync(
                () -> begin("-chardev", "socket,id=c,host=127.0.0.1,port=0,server=on,wait=on"));
        await(() -> said().endsWith("\n"));
        String port = said().replaceFirst("(?s).*: disconnected:tcp:127\\.0\\.0\\.1:(\\d+),server=on\n", "$1");
        try (SocketChannel client =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)))) {
            start = starting.get();
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void clientThatHangsUpMakesRoomForAnother() throws IOException {
        start("-qmp", "tcp:127.0.0.1:0,server=on,wait=off");
        String address = start.running().places().getFirst().replace("listens at ", "");
        QmpClient.connect(address).close();
        await(() -> !isConnected("compat_monitor0"));
        try (QmpClient second = QmpClient.connect(address)) {
            assertThat(second.execute("query-status", Map.of())).isNotNull();
        }
    }

    @Test
    void listenerThatHangsUpIsNotCalledAgain() throws IOException {
        try (ServerSocketChannel listener = listener(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            start("-qmp", "tcp:127.0.0.1:" + port);
            try (SocketChannel called = listener.accept()) {
                assertThat(hear(called, "\n")).startsWith("{\"QMP\": ");
            }
            await(() -> !isConnected("compat_monitor0"));
            listener.configureBlocking(false);
            assertThat(listener.accept()).isNull();
        }
    }

    @Test
    void listenerThatHangsUpIsCalledAgainWhereReconnectSaysSo() throws IOException {
        try (ServerSocketChannel listener = listener(socket())) {
            start("-qmp", "unix:{dir}/s,reconnect=1");
            listener.accept().close();
            try (SocketChannel again = listener.accept()) {
                assertThat(hear(again, "\n")).startsWith("{\"QMP\": ");
            }
        }
    }

    @Test
    void listenerThatIsNotThereIsToldOnceAndCalledAgain() throws IOException {
        start("-chardev", "socket,id=c,path={dir}/s,reconnect=1", "-mon", "c");
        await(() -> said().endsWith("\n"));
        try (ServerSocketChannel listener = listener(socket());
                SocketChannel called = listener.accept()) {
            assertThat(hear(called, PROMPT)).isEqualTo(BANNER);
        }
        assertThat(said())
                .isEqualTo(text("qom: Unable to connect character device c: Failed to connect to '{dir}/s': No such"
                        + " file or directory\n"));
    }

    @Test
    void addressThatOthersReachIsRefused() {
        assertThat(begin("-qmp", "tcp::0,server=on,wait=off").status()).isEqualTo(1);
        assertThat(said())
                .isEqualTo("qom: -qmp tcp::0,server=on,wait=off: other machines can reach tcp::0, and QMP has no"
                        + " login\n");
    }

    @Test
    void addressThatOthersReachIsWarnedOfWhereItIsAllowed() {
        start("-allow-remote", "-qmp", "tcp::0,server=on,wait=off");
        assertThat(said()).isEqualTo("qom: warning: whoever reaches tcp::0 commands this process: QMP has no login\n");
    }

    @Test
    void monitorsOfOneNameAreRefused() {
        begin("-chardev", "null,id=a", "-qmp", "chardev:a", "-qmp", "chardev:a");
        assertThat(said()).isEqualTo("qom: -qmp chardev:a: Duplicate ID 'a' for mon\n");
    }

    @Test
    void standardStreamsAreForOneDevice() {
        begin("-qmp", "stdio", "-monitor", "stdio");
        assertThat(said()).isEqualTo("qom: -monitor stdio: cannot use stdio by multiple character devices\n");
    }

    @Test
    void monitorMayStandBeforeItsDevice() {
        start("-mon", "c", "-chardev", "null,id=c");
        assertThat(said()).isEmpty();
    }

    @Test
    void answersOnSeveralLinesAreNotForPeople() {
        begin("-mon", "c,pretty=on", "-chardev", "null,id=c");
        assertThat(said()).isEqualTo("qom: -mon c,pretty=on: 'pretty' is not compatible with HMP monitors\n");
    }
}
