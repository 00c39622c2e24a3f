// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.cli.remote.QmpClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of {@code qom system}: what they start, and QEMU 7.2's texts where they are wrong. */
class SystemStartTest {
    @TempDir
    Path folder;

    private CommandStart start;

    @AfterEach
    void close() {
        if (start != null) {
            start.close();
        }
    }

    private CommandStart start(String... options) {
        start = CommandStart.with(folder, options);
        return start;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-nope       |             | qom: -nope: invalid option",
                "-object     |             | qom: -object: requires an argument",
                "-mon        | c0          | qom: -mon c0: chardev \"c0\" not found",
                "-mon        | chardev=c0,mode=control | qom: -mon chardev=c0,mode=control: chardev \"c0\" not found",
                "-chardev    | foo,id=c0   | qom: -chardev foo,id=c0: 'foo' is not a valid char driver name",
                "-qmp        | unix:{dir}/no | qom: -qmp unix:{dir}/no: Failed to connect to '{dir}/no': No such file or directory",
                "-pidfile    | {dir}/no/p  | qom: cannot create PID file: Could not create '{dir}/no/p': No such file or directory",
                "-readconfig | {dir}/none  | qom: -readconfig {dir}/none: Could not open '{dir}/none': No such file or directory"
            })
    void wrongOptionIsRefusedAsQemuRefusesIt(String option, String argument, String text) {
        CommandStart refused = argument == null ? start(option) : start(option, argument);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.runs()).isFalse();
        assertThat(refused.err()).isEqualTo(text);
    }

    @Test
    void interfaceHasNoOptions() {
        assertThat(start("-object", "user-creatable,help").out()).isEqualTo("There are no options for user-creatable.");
    }

    @Test
    void modeOfAMonitorIsOneOfTwo() {
        start("-chardev", "null,id=c0", "-mon", "chardev=c0,mode=foo");
        assertThat(start.err())
                .isEqualTo("qom: -mon chardev=c0,mode=foo: Parameter 'mode' does not accept value 'foo'");
    }

    @Test
    void processIdIsInItsFileUntilTheEnd() throws IOException {
        start("-pidfile", "{dir}/pid");
        assertThat(Files.readString(folder.resolve("pid")).strip())
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        start.close();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void processIdFileIsForItsOwnerAlone() throws IOException {
        start("-pidfile", "{dir}/pid");
        assertThat(Files.getPosixFilePermissions(folder.resolve("pid")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void processIdFileThatIsInUseIsRefused() throws IOException {
        start("-pidfile", "{dir}/pid");
        try (CommandStart second = CommandStart.with(folder, "-pidfile", "{dir}/pid")) {
            assertThat(second.err())
                    .isEqualTo("qom: cannot create PID file: Cannot lock pid file: Resource temporarily unavailable");
        }
        assertThat(folder.resolve("pid")).exists();
    }

    @Test
    void processIdReplacesWhatItsFileSaidBefore() throws IOException {
        Files.writeString(folder.resolve("pid"), "longer than any number of a process\n");
        start("-pidfile", "{dir}/pid");
        assertThat(Files.readString(folder.resolve("pid")).strip())
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void monitorForProgramsIsServedOverACharacterDevice() throws Exception {
        start("-chardev", "socket,id=c0,path={dir}/s,server=on,wait=off", "-mon", "chardev=c0,mode=control");
        try (QmpClient client = QmpClient.connect("unix:" + folder.resolve("s"))) {
            assertThat(client.execute("query-status", Map.of())).isNotNull();
        }
    }

    @Test
    void clientThatListensIsCalledAndGreeted() throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            start("-qmp", "unix:{dir}/s");
            try (SocketChannel called = listener.accept()) {
                assertThat(read(called, "\n")).startsWith("{\"QMP\": ");
            }
        }
    }

    private static String read(SocketChannel from, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        while (text.indexOf(end) < 0 && from.read(bytes) >= 0) {
            text.append(StandardCharsets.UTF_8.decode(bytes.flip()));
            bytes.clear();
        }
        return text.toString();
    }
}
