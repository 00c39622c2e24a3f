// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.UserObjects;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.WarningSink;
import io.qom4j.monitor.server.ServerAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The character devices of one command line: those that {@code -chardev} names, and those that stand in the place where they
 * are used, such as {@code -qmp unix:PATH,server=on}, which get names by number.
 *
 * <p>Confined to one thread. QEMU: chardev/char.c.
 */
final class CharDevices {
    private static final Set<String> LEGAL = Set.of(
            "backend",
            "path",
            "host",
            "port",
            "server",
            "wait",
            "nodelay",
            "ipv4",
            "ipv6",
            "mux",
            "signal",
            "logfile",
            "logappend",
            "reconnect",
            "to",
            "abstract",
            "tight",
            "fd");
    private static final Set<String> UNSUPPORTED = Set.of(
            "ringbuf",
            "pipe",
            "qemu-vdagent",
            "msmouse",
            "vc",
            "parallel",
            "udp",
            "memory",
            "file",
            "serial",
            "wctablet",
            "pty",
            "testdev",
            "spicevmc",
            "spiceport",
            "dbus",
            "braille",
            "hub",
            "tty",
            "parport",
            "console");
    private static final String COMPAT = "compat_monitor";
    private static final int LAST_PORT = 0xffff;
    private static final int LONGEST_PATH = 108;

    private final boolean listensUnlessTold;
    private final Map<String, CharDevice> named = new LinkedHashMap<>();
    private int inPlace;

    /**
     * Makes a reader that has read nothing yet.
     *
     * @param listensUnlessTold whether a socket of which nothing is said listens; else it connects, as QEMU's does
     */
    CharDevices(boolean listensUnlessTold) {
        this.listensUnlessTold = listensUnlessTold;
    }

    /**
     * Reads the argument of a {@code -chardev} option.
     *
     * @return lines of help, if it asks for help
     * @throws QomException if it is wrong
     */
    @Nullable List<String> add(String argument, Place place, WarningSink warnings) {
        claim(OptionList.findId(argument));
        OptionList list = OptionList.parse(argument, "backend", warnings);
        Options options = Options.of(list, LEGAL);
        String backend = options.find("backend");
        if ("help".equals(backend) || "?".equals(backend)) {
            return List.of("Available chardev backend types: ", "  null", "  socket", "  stdio");
        }
        add(options, place);
        return null;
    }

    /**
     * Adds a device by its options, id and all.
     *
     * @throws QomException if they are wrong
     */
    void add(OptionList list, Place place) {
        claim(list.id());
        add(Options.of(list, LEGAL), place);
    }

    private void add(Options options, Place place) {
        String id = options.id();
        if (id == null) {
            throw new ValueException("chardev: no id specified");
        }
        String backend = options.find("backend");
        if (backend == null) {
            throw new ValueException("chardev: \"" + id + "\" missing backend");
        }
        named.put(id, device(options, backend, "'" + backend + "' is not a valid char driver name", place));
    }

    /**
     * Refuses an id that is no identifier or is used.
     *
     * @throws ValueException if it is
     */
    private void claim(@Nullable String id) {
        if (id == null) {
            return;
        }
        UserObjects.checkId(id);
        if (named.containsKey(id)) {
            throw new ValueException("Duplicate ID '" + id + "' for chardev");
        }
    }

    /** Returns all devices by name. */
    Map<String, CharDevice> all() {
        return named;
    }

    /**
     * Returns a name.
     *
     * @throws ValueException if there is no device of that name
     */
    String checked(String id) {
        if (!named.containsKey(id)) {
            throw new ValueException("chardev \"" + id + "\" not found");
        }
        return id;
    }

    /**
     * Reads a device that stands where it is used, or is named there; returns its name.
     *
     * @throws QomException if it is wrong
     */
    String inPlace(String address, Place place) {
        int colon = address.indexOf(':');
        String backend = colon < 0 ? address : address.substring(0, colon);
        String rest = address.substring(colon + 1);
        if (backend.equals("chardev") && colon >= 0) {
            return checked(rest);
        }
        String id = COMPAT + inPlace++;
        named.put(id, device(address, backend, rest, place));
        return id;
    }

    private CharDevice device(String address, String backend, String rest, Place place) {
        String unknown = "'" + address + "' is not a valid char driver";
        try {
            return switch (backend) {
                case "unix" -> device(Options.read(rest, "path", LEGAL, WarningSink.IGNORE), "socket", unknown, place);
                case "tcp" ->
                    device(Options.read(hostAndPort(rest), null, LEGAL, WarningSink.IGNORE), "socket", unknown, place);
                default -> device(Options.read(rest, "backend", LEGAL, WarningSink.IGNORE), backend, unknown, place);
            };
        } catch (ValueException wrong) {
            throw place.refusal(wrong).and(place.prefix() + "parse error: " + address);
        }
    }

    /** Returns {@code host=HOST,port=PORT…} for {@code HOST:PORT…}, where a host with colons stands in brackets. */
    private static String hostAndPort(String address) {
        int end = address.indexOf(',') < 0 ? address.length() : address.indexOf(',');
        int colon = address.lastIndexOf(':', end);
        if (colon < 0) {
            throw new ValueException("a TCP address is HOST:PORT, not '" + address + "'");
        }
        String host = address.substring(0, colon);
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        return "host=" + (isBracketed ? host.substring(1, host.length() - 1) : host) + ",port="
                + address.substring(colon + 1);
    }

    private CharDevice device(Options options, String backend, String unknown, Place place) {
        return switch (backend) {
            case "socket" -> socket(options, place);
            case "null" -> new CharDevice.Null();
            case "stdio" -> new CharDevice.Stdio();
            default ->
                throw new ValueException(
                        UNSUPPORTED.contains(backend)
                                ? "a char device of type '" + backend + "' is not supported: socket, stdio or null is"
                                : unknown);
        };
    }

    private CharDevice socket(Options options, Place place) {
        boolean isServer = options.bool("server", listensUnlessTold);
        ServerAddress address = address(options, place);
        if (!isServer && options.find("wait") != null) {
            throw place.refusal("'wait' option is incompatible with socket in client connect mode");
        }
        options.bool("wait", true);
        return new CharDevice.Socket(address, isServer, place);
    }

    private static ServerAddress address(Options options, Place place) {
        if (options.find("fd") != null) {
            throw place.refusal(
                    "a socket that is handed over as a file descriptor is not supported: give path, or host and port");
        }
        String path = options.find("path");
        if (path != null) {
            if (path.getBytes(StandardCharsets.UTF_8).length >= LONGEST_PATH) {
                throw place.refusal(
                        "UNIX socket path '" + path + "' is too long",
                        "Path must be less than " + LONGEST_PATH + " bytes");
            }
            return ServerAddress.unix(Path.of(path));
        }
        String host = options.find("host");
        String port = options.find("port");
        if (host == null && port == null) {
            throw place.refusal("the socket has no address: give path, or host and port");
        }
        ParsedNumber number = IntegerText.unsigned(port == null ? "" : port);
        if (!number.isOk() || Long.compareUnsigned(number.value(), LAST_PORT) > 0) {
            throw place.refusal("'" + port + "' is not the number of a port");
        }
        return ServerAddress.tcp(host == null ? "" : host, (int) number.value());
    }
}
