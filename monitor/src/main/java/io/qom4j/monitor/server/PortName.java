// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the TCP port that a text means, as the C library does: a number of which the lowest 16 bits count, or the name of a service.
 *
 * <p>Thread-safe: it has no state.
 */
final class PortName {
    private static final Path SERVICES = Path.of("/etc/services");
    private static final String PROTOCOL = "/tcp";
    private static final int LARGEST = 0xffff;
    private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?)0*([0-9]{1,10})");

    private PortName() {}

    /** Returns the port, or -1 if there is none of that name; nothing stands for port 0. */
    static int find(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            long value = Long.parseLong(number.group(2));
            int narrowed = (int) (number.group(1).equals("-") ? -value : value);
            return narrowed < 0 ? service(text) : narrowed & LARGEST;
        }
        return service(text);
    }

    private static int service(String name) {
        try (Stream<String> lines = Files.lines(SERVICES, StandardCharsets.UTF_8)) {
            return lines.map(
                            line -> List.of(line.replaceFirst("#.*", "").strip().split("\\s+")))
                    .filter(words -> words.size() > 1 && words.get(1).endsWith(PROTOCOL) && isNamed(words, name))
                    .map(words -> words.get(1).substring(0, words.get(1).length() - PROTOCOL.length()))
                    .findFirst()
                    .map(Integer::valueOf)
                    .orElse(-1);
        } catch (IOException unreadable) {
            // The C library knows no service then either.
            return -1;
        }
    }

    private static boolean isNamed(List<String> words, String name) {
        return words.getFirst().equals(name) || words.stream().skip(2).anyMatch(name::equals);
    }
}
