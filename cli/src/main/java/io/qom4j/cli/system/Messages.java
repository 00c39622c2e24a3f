// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.text.Warning;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where warnings and errors are printed, each behind what {@code -msg} asks for: the time, and the guest's name.
 *
 * <p>Thread-safe. QEMU: util/error-report.c, vreport.
 */
final class Messages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z' ").withZone(ZoneOffset.UTC);

    private final PrintStream err;
    private volatile boolean showsTime;
    private volatile boolean showsGuest;
    private volatile @Nullable String guest;

    Messages(PrintStream err) {
        this.err = err;
    }

    /** Takes the options of {@code -msg}, from which on they count. */
    void configure(Options options) {
        showsTime = options.bool("timestamp", false);
        showsGuest = options.bool("guest-name", false);
    }

    void guest(@Nullable String name) {
        guest = name;
    }

    /** Prints lines, of which hints are those that do not begin with the program's name. */
    void print(List<String> lines) {
        for (String line : lines) {
            err.println(line.startsWith(Place.PROGRAM) ? before() + line : line);
        }
    }

    void warn(Place place, Warning warning) {
        print(place.warning(warning));
    }

    private String before() {
        String name = showsGuest ? guest : null;
        return (showsTime ? TIME.format(Instant.now()) : "") + (name == null ? "" : name + " ");
    }
}
