// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The character devices of one command line: those that {@code -chardev} names, and those that stand in the place where they
 * are used, such as {@code -qmp unix:PATH,server=on}, which get names by number.
 *
 * <p>Options are checked one by one as they come; whether those of a device go together is seen when all have been read. Confined to
 * one thread. QEMU: chardev/char.c.
 */
final class CharDevices {
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
    private static final String USED = "chardev:";

    /**
     * A device that was asked for.
     *
     * @param id its name, or null
     * @param options what is said of it
     * @param place where
     */
    private record Request(@Nullable String id, CharOptions options, Place place) {}

    private final boolean servesUnlessTold;
    private final List<Request> requests = new ArrayList<>();
    final OptionIds ids = new OptionIds();
    private int inPlace;

    /**
     * Makes a reader that has read nothing yet.
     *
     * @param servesUnlessTold whether a socket of which nothing is said listens, and holds up nothing; else it connects, and one
     *     that listens holds up the start, as with QEMU
     */
    CharDevices(boolean servesUnlessTold) {
        this.servesUnlessTold = servesUnlessTold;
    }

    /**
     * Reads the argument of a {@code -chardev} option.
     *
     * @throws QomException if it is wrong
     */
    void add(String argument, Place place, WarningSink warnings) {
        String id = OptionList.findId(argument);
        ids.claim(OptionGroup.CHARDEV, id);
        requests.add(new Request(id, new CharOptions(OptionGroup.CHARDEV.read(argument, warnings)), place));
    }

    /**
     * Adds a device by its options, id and all.
     *
     * @throws QomException if they are wrong
     */
    void add(OptionList list, Place place) {
        ids.claim(OptionGroup.CHARDEV, list.id());
        requests.add(new Request(list.id(), CharOptions.of(list), place));
    }

    /**
     * Reads a device that stands where a monitor uses it, or is named there; returns its name.
     *
     * @throws QomException if it is wrong
     */
    String inPlace(String text, Place place) {
        int position = inPlace++;
        if (text.startsWith(USED)) {
            String id = text.substring(USED.length());
            ids.claim(OptionGroup.MONITOR, id);
            return id;
        }
        String id = COMPAT + position;
        DeviceText device = new DeviceText(text, servesUnlessTold);
        try {
            ids.claim(OptionGroup.CHARDEV, id);
        } catch (ValueException used) {
            throw device.refusal(place, used);
        }
        requests.add(new Request(id, device.read(place), place));
        ids.claim(OptionGroup.MONITOR, id);
        return id;
    }

    /**
     * Returns a name; to be asked when all devices have been read.
     *
     * @throws ValueException if there is no device of that name
     */
    String checked(String id) {
        if (!ids.has(OptionGroup.CHARDEV, id)) {
            throw new ValueException("chardev \"" + id + "\" not found");
        }
        return id;
    }

    /**
     * Returns all devices by name, in the order in which they were asked for.
     *
     * @throws StartException if there cannot be such a device
     */
    Map<String, CharDevice> all() {
        Map<String, CharDevice> devices = new LinkedHashMap<>();
        for (Request request : requests) {
            if (request.options().isHelp()) {
                throw HelpException.of(List.of("Available chardev backend types: ", "  null", "  socket", "  stdio"));
            }
            if (request.id() == null) {
                throw request.place().refusal("chardev: no id specified");
            }
            CharDevice device = device(request.id(), request.options(), request.place());
            if (device instanceof CharDevice.Stdio
                    && devices.values().stream().anyMatch(CharDevice.Stdio.class::isInstance)) {
                throw request.place().refusal("cannot use stdio by multiple character devices");
            }
            devices.put(request.id(), device);
        }
        return devices;
    }

    private CharDevice device(String id, CharOptions options, Place place) {
        if (options.has("logfile")) {
            throw place.refusal("a log of what a char device says (logfile) is not supported");
        }
        String backend = options.find("backend");
        if (backend == null) {
            throw place.refusal("chardev: \"" + id + "\" missing backend");
        }
        return switch (backend) {
            case "socket" -> new SocketOptions(options, servesUnlessTold, place).device();
            case "null" -> new CharDevice.Null(place);
            case "stdio" -> new CharDevice.Stdio(place);
            default ->
                throw place.refusal(
                        UNSUPPORTED.contains(backend)
                                ? "a char device of type '" + backend + "' is not supported: socket, stdio or null is"
                                : "'" + backend + "' is not a valid char driver name");
        };
    }
}
