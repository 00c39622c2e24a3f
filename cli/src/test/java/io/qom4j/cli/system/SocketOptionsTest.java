// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of sockets: QEMU 7.2's texts where they are wrong, and what is taken. */
class SocketOptionsTest {
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

    /** Starts; the folder of the test stands for {@code {dir}}. Returns what is said on standard error. */
    private String start(String... words) {
        start = SystemStart.of(
                List.of(words).stream()
                        .map(word -> word.replace("{dir}", folder.toString()))
                        .toList(),
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return err.toString(StandardCharsets.UTF_8);
    }

    private void assertRefusal(String option, String argument, String text) {
        assertThat(start(option, argument))
                .isEqualTo(
                        ("qom: " + option + " " + argument + ": " + text + "\n").replace("{dir}", folder.toString()));
        assertThat(start.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=c,fd=x                                   | Unable to parse FD number x",
                "id=c,fd=0x3                                 | Unable to parse FD number 0x3",
                "id=c,fd=2147483648                          | Unable to parse FD number 2147483648: Numerical result out of range",
                "id=c,fd=987654                              | File descriptor '987654' is not a socket",
                "id=c,fd=987654,reconnect=1                  | 'reconnect' option is incompatible with 'fd' address type",
                "id=c,host=h                                 | chardev: socket: no port given",
                "id=c,path=s,host=h,port=1                   | None or one of 'path', 'fd' or 'host' option required.",
                "id=c,path=s,fd=1                            | None or one of 'path', 'fd' or 'host' option required.",
                "id=c,path=s,server=on,wait=off,reconnect=1           | 'reconnect' option is incompatible with socket in server listen mode",
                "id=c,path=s,server=on,wait=off,reconnect=0           | 'reconnect' option is incompatible with socket in server listen mode",
                "id=c,path=s,reconnect=x                     | Parameter 'reconnect' expects a number",
                "id=c,path=s,reconnect=1k                    | Parameter 'reconnect' expects a number",
                "id=c,path=s,reconnect=18446744073709551616  | Value '18446744073709551616' is too large for parameter 'reconnect'",
                "id=c,path=s,to=1.5                          | Parameter 'to' expects a number",
                "id=c,path=s,mux=x                           | Parameter 'mux' expects 'on' or 'off'",
                "id=c,path=s,wait=on                         | 'wait' option is incompatible with socket in client connect mode",
                "id=c,path=s,websocket=on,wait=on            | Websocket client is not implemented",
                "id=c,path=s,tls-authz=x,wait=on             | 'tls_authz' option requires 'tls_creds' option",
                "id=c,path=s,tls-creds=x,server=on,wait=off           | No TLS credentials with id 'x'",
                "id=c,path=s,input=x                         | Invalid parameter 'input'",
                "id=c,host=h,port=1,ipv4=off,ipv6=off        | Cannot disable IPv4 and IPv6 at same time",
                "path=s                                      | chardev: no id specified"
            })
    void optionsThatDoNotGoTogetherAreRefusedAsQemuRefusesThem(String options, String text) {
        assertRefusal("-chardev", "socket," + options, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"-qmp unix:", "-chardev socket,id=c", "-chardev socket,id=c,port=1,server=on,wait=off"})
    void socketWithoutAnAddressIsTakenForADescriptor(String option, String argument) {
        assertRefusal(option, argument, "Unable to parse FD number ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost | x                    | Servname not supported for ai_socktype",
                "localhost | -1                   | Servname not supported for ai_socktype",
                "localhost | 0x10                 | Servname not supported for ai_socktype",
                "localhost | 4294967295           | Servname not supported for ai_socktype",
                "localhost | 18446744073709551625 | Servname not supported for ai_socktype",
                "no.such.host.invalid | x         | Servname not supported for ai_socktype",
                "no.such.host.invalid | 1         | Name or service not known",
                "[::1]     | 0                    | Name or service not known",
                "300.1.1.1 | 0                    | Name or service not known"
            })
    void addressThatIsNoneIsToldWithoutRepeatingItself(String host, String port, String reason) {
        assertRefusal(
                "-chardev",
                "socket,id=c,server=on,wait=off,host=" + host + ",port=" + port,
                "address resolution failed for " + host + ":" + port + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,ipv6=on", "127.1,ipv4=off", "::1,ipv6=off", "::1,ipv4=on"})
    void addressOfTheOtherFamilyIsRefused(String host, String family) {
        assertRefusal(
                "-chardev",
                "socket,id=c,server=on,wait=off,port=0,host=" + host + "," + family,
                "address resolution failed for " + host + ":0: Address family for hostname not supported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tcp::1                   | address resolution failed for :1: Name or service not known",
                "tcp:::1:9                | address resolution failed for ::1:9: Servname not supported for ai_socktype",
                "tcp:[::1]:0,server=on,wait=off | address resolution failed for [::1]:0: Servname not supported for ai_socktype",
                "tcp:localhost:1:2        | address resolution failed for localhost:1:2: Servname not supported for ai_socktype",
                "unix:s,server=on,wait=off,telnet=on     | the protocol 'telnet' is not supported",
                "websocket:localhost:0,server=on,wait=off | the protocol 'websocket' is not supported",
                "unix:s,abstract=on       | a UNIX socket without a file (abstract=on) is not supported",
                "unix:s,logfile=l         | a log of what a char device says (logfile) is not supported"
            })
    void wrongSocketInPlaceIsRefusedInOneLine(String text, String refusal) {
        assertRefusal("-qmp", text, refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"tcp:", "tcp::", "tcp:localhost", "tcp:localhost:", "tcp:localhost,server=on,wait=off", "telnet:x"
            })
    void textWithoutAPortIsAParseErrorAlone(String text) {
        assertRefusal("-qmp", text, "parse error: " + text);
    }

    @Test
    void wrongValueOfAnOptionInPlaceIsAParseErrorToo() {
        assertThat(start("-qmp", "unix:s,reconnect=x")).isEqualTo("""
                qom: -qmp unix:s,reconnect=x: Parameter 'reconnect' expects a number
                qom: -qmp unix:s,reconnect=x: parse error: unix:s,reconnect=x
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "tcp:127.0.0.1:0,server=on,wait=off,nodelay",
                "tcp:127.0.0.1:0,server,nowait",
                "tcp:127.0.0.1:0,server=on,wait=off,delay=on,ipv4=on,ipv6=on",
                "tcp:nowhere:0,server=on,wait=off,host=127.0.0.1",
                "mon:tcp:127.0.0.1:0,server=on,wait=off",
                "unix:{dir}/s,server=on,wait=off,mux=on,tight=off,ipv4=on,to=3,cols=3,size=1k,logappend=on,name=x"
            })
    void optionsThatMeanNothingHereAreTaken(String text) {
        assertThat(start("-qmp", text)).isEmpty();
        assertThat(start.status()).isZero();
    }

    @Test
    void socketWithoutAPathListensAtOneOfItsOwn() {
        start("-qmp", "unix:,server=on,wait=off");
        assertThat(start.running().places().getFirst()).contains("/qemu-socket-");
    }

    @Test
    void firstPortThatIsFreeIsTaken() {
        start("-chardev", "socket,id=a,host=127.0.0.1,port=0,server=on,wait=off", "-mon", "a");
        int port = Integer.parseInt(start.running().places().getFirst().replaceFirst(".*:", ""));
        SystemStart first = start;
        try {
            String text = "tcp:127.0.0.1:" + port + ",server=on,wait=off";
            assertRefusal("-qmp", text, "Failed to find an available port: Address already in use");
            start("-qmp", text + ",to=65535");
            assertThat(start.running().places().getFirst())
                    .startsWith("listens at tcp:127.0.0.1:")
                    .doesNotEndWith(":" + port);
        } finally {
            first.running().close();
        }
    }

    @Test
    void rangeOfPortsThatEndsBeforeItBeginsIsRefused() {
        assertRefusal(
                "-qmp",
                "tcp:127.0.0.1:5000,server=on,wait=off,to=10",
                "Failed to create a socket: No such file or directory");
    }

    @Test
    void failureOfASocketThatNoMonitorUsesEndsTheStart() {
        assertRefusal(
                "-chardev",
                "socket,id=c,path={dir}/no/s,server=on,wait=off",
                "Failed to bind socket to {dir}/no/s: No such file or directory");
    }

    @Test
    void socketsAreOpenedInOrderBeforeObjectsAreMade() {
        assertThat(start(
                        "-object", "memory-backend-ram,id=m,size=0",
                        "-chardev", "socket,id=c,path={dir}/no/s",
                        "-chardev", "socket,id=d,path={dir}/none"))
                .isEqualTo(("qom: -chardev socket,id=c,path={dir}/no/s: Failed to connect to '{dir}/no/s': No such file"
                                + " or directory\n")
                        .replace("{dir}", folder.toString()));
    }

    @Test
    void folderIsNotReplacedByASocket() {
        assertRefusal(
                "-chardev",
                "socket,id=c,path={dir},server=on,wait=off",
                "Failed to unlink socket {dir}: Is a directory");
    }
}
