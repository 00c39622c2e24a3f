// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A character device in one text, such as {@code unix:PATH,server=on}, {@code tcp:HOST:PORT} or {@code stdio}. Immutable. QEMU:
 * chardev/char.c, qemu_chr_parse_compat.
 *
 * @param text the text
 * @param takesBrackets whether a host may stand in brackets, {@code tcp:[::1]:0}, where QEMU ends it at its first colon
 */
record DeviceText(String text, boolean takesBrackets) {
    private static final String UNIX = "unix:";
    private static final String SHARED = "mon:";
    private static final Set<String> ALONE =
            Set.of("null", "stdio", "pty", "vc", "msmouse", "wctablet", "braille", "testdev");
    private static final Set<String> WITH_PATH = Set.of("file", "pipe", "udp", "vc");
    private static final Pattern NETWORK = Pattern.compile("(tcp|telnet|tn3270|websocket):(.*)", Pattern.DOTALL);
    // What is longer than a host or a port may be is cut off, with all that follows.
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("([^:]{1,64}|):([^,]{1,32})(?:,(.*)|.*)", Pattern.DOTALL);
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^]]*)]:([^,]{1,32})(?:,(.*)|.*)", Pattern.DOTALL);

    /**
     * Returns what {@code -chardev} would say for it.
     *
     * @throws StartException if it is no such text
     */
    CharOptions read(Place place) {
        try {
            OptionList list = list(text.startsWith(SHARED) ? text.substring(SHARED.length()) : text);
            if (list == null) {
                throw new StartException(List.of(parseError(place)), null);
            }
            return CharOptions.of(list);
        } catch (ValueException wrong) {
            throw refusal(place, wrong);
        }
    }

    /** Returns the failure to start for which something about this text is the reason. */
    StartException refusal(Place place, ValueException reason) {
        return place.refusal(reason).and(parseError(place));
    }

    private String parseError(Place place) {
        return place.prefix() + "parse error: " + text;
    }

    /** Returns the options of a device; null if it is none for a reason that has no name. */
    private @Nullable OptionList list(String device) {
        if (ALONE.contains(device)) {
            return new OptionList(null, List.of(new OptionList.Option("backend", device)));
        }
        if (device.startsWith(UNIX)) {
            return with(List.of(new OptionList.Option("backend", "socket")), device.substring(UNIX.length()), "path");
        }
        Matcher network = NETWORK.matcher(device);
        if (network.matches()) {
            return network(network.group(1), network.group(2));
        }
        String scheme = device.substring(0, Math.max(0, device.indexOf(':')));
        if (WITH_PATH.contains(scheme)) {
            return new OptionList(null, List.of(new OptionList.Option("backend", scheme)));
        }
        throw new ValueException("'" + device + "' is not a valid char driver");
    }

    private @Nullable OptionList network(String protocol, String rest) {
        Matcher bracketed = IN_BRACKETS.matcher(rest);
        Matcher parts = takesBrackets && bracketed.matches() ? bracketed : HOST_AND_PORT.matcher(rest);
        if (!parts.matches()) {
            return null;
        }
        List<OptionList.Option> options = new ArrayList<>(List.of(
                new OptionList.Option("backend", "socket"),
                new OptionList.Option("host", parts.group(1)),
                new OptionList.Option("port", parts.group(2))));
        if (!protocol.equals("tcp")) {
            options.add(new OptionList.Option(protocol, "on"));
        }
        String more = parts.group(3);
        return with(options, more == null ? "" : more, null);
    }

    /** Returns options with others behind them; the old short forms are not warned of here. */
    private static OptionList with(List<OptionList.Option> first, String more, @Nullable String implied) {
        List<OptionList.Option> options = new ArrayList<>(first);
        options.addAll(OptionList.parse(more, implied, WarningSink.IGNORE).options());
        return new OptionList(null, options);
    }
}
