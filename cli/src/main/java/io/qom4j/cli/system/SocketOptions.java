// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.server.IpFamily;
import io.qom4j.monitor.server.ServerAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of a socket: whether they go together, and what they ask for. Immutable. QEMU: chardev/char-socket.c.
 *
 * @param options what is said
 * @param servesUnlessTold whether a socket of which nothing is said listens, and waits for nobody
 * @param place where it is said
 */
record SocketOptions(CharOptions options, boolean servesUnlessTold, Place place) {
    private static final List<String> WITHOUT_PROTOCOL = List.of("telnet", "tn3270", "websocket");
    private static final List<String> ADDRESSES = List.of("path", "fd", "host");
    private static final Pattern DECIMAL = Pattern.compile("\\s*([-+]?[0-9]+)");
    private static final int LONGEST_PATH = 107;
    private static final int PORT_MASK = 0xffff;
    private static final int RANDOM_LETTERS = 6;

    /**
     * Returns the socket.
     *
     * @throws StartException if there cannot be such a socket
     */
    CharDevice device() {
        checkAddress();
        checkSecurity();
        boolean isServer = options.isOn("server", servesUnlessTold);
        if (isServer) {
            refuseIf(options.has("reconnect"), "'reconnect' option is incompatible with socket in server listen mode");
        } else {
            refuseIf(options.isOn("websocket"), "Websocket client is not implemented");
            refuseIf(options.has("wait"), "'wait' option is incompatible with socket in client connect mode");
        }
        WITHOUT_PROTOCOL.forEach(name -> refuseIf(options.isOn(name), "the protocol '" + name + "' is not supported"));
        ServerAddress address = address(isServer);
        return isServer
                ? new CharDevice.Listening(address, options.isOn("wait", !servesUnlessTold), place)
                : new CharDevice.Calling(address, pause(), place);
    }

    private void checkAddress() {
        long count = ADDRESSES.stream().filter(options::has).count();
        refuseIf(count > 1, "None or one of 'path', 'fd' or 'host' option required.");
        refuseIf(options.has("host") && !options.has("port"), "chardev: socket: no port given");
        refuseIf(
                options.has("reconnect") && !options.has("path") && !options.has("host"),
                "'reconnect' option is incompatible with 'fd' address type");
    }

    /** There are no objects here that could be credentials. */
    private void checkSecurity() {
        String credentials = options.find("tls-creds");
        refuseIf(credentials == null && options.has("tls-authz"), "'tls_authz' option requires 'tls_creds' option");
        refuseIf(credentials != null, "No TLS credentials with id '" + credentials + "'");
    }

    private void refuseIf(boolean isWrong, String text) {
        if (isWrong) {
            throw place.refusal(text);
        }
    }

    private @Nullable Duration pause() {
        long seconds = options.number("reconnect", 0);
        return seconds > 0 ? Duration.ofSeconds(seconds) : null;
    }

    private ServerAddress address(boolean isServer) {
        String path = options.find("path");
        String host = options.find("host");
        if (path != null) {
            return ServerAddress.unix(path(path, isServer));
        }
        if (host != null) {
            String port = Objects.requireNonNull(options.find("port"));
            int last = options.has("to") ? (int) options.number("to", 0) & PORT_MASK : ServerAddress.Tcp.ONE_PORT;
            IpFamily family = IpFamily.of(options.findSwitch("ipv4"), options.findSwitch("ipv6"));
            return new ServerAddress.Tcp(host, port, family, last);
        }
        throw descriptorRefusal(Objects.requireNonNullElse(options.find("fd"), ""));
    }

    private Path path(String path, boolean isServer) {
        refuseIf(options.isOn("abstract"), "a UNIX socket without a file (abstract=on) is not supported");
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw place.refusal(
                    "UNIX socket path '" + path + "' is too long",
                    "Path must be less than " + (LONGEST_PATH + 1) + " bytes");
        }
        if (path.isEmpty() && isServer) {
            // No path asks for any that is free, as port 0 does.
            String letters = UUID.randomUUID().toString().substring(0, RANDOM_LETTERS);
            return Path.of(System.getProperty("java.io.tmpdir"), "qemu-socket-" + letters);
        }
        return Path.of(path);
    }

    /** Returns why a socket that another process has opened cannot be used. */
    private StartException descriptorRefusal(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (!decimal.matches()) {
            return place.refusal("Unable to parse FD number " + text);
        }
        BigInteger number = new BigInteger(decimal.group(1));
        if (number.bitLength() >= Integer.SIZE) {
            return place.refusal("Unable to parse FD number " + text + ": Numerical result out of range");
        }
        return place.refusal(
                isSocket(number.intValue())
                        ? "a socket that is handed over as a file descriptor is not supported: give path, or host and port"
                        : "File descriptor '" + text + "' is not a socket");
    }

    private static boolean isSocket(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd", String.valueOf(descriptor)))
                    .toString()
                    .startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }
}
