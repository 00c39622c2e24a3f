// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import io.qom4j.cli.system.SystemStart;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one start of {@code qom system} within this process.
 *
 * @param start whether it runs, or ended with which status
 * @param socket where it serves QMP, if it runs
 * @param out the lines of standard output
 * @param err the lines of standard error, without the program's name
 */
public record Started(SystemStart start, Path socket, List<String> out, List<String> err) implements AutoCloseable {
    private static final List<String> USUAL = List.of("-machine", "none", "-nodefaults", "-display", "none", "-S");
    private static final String PROGRAM = "qom: ";

    /** Starts with the usual options and more words; the socket is made in a folder. */
    public static Started with(Path folder, List<String> words) {
        Path socket = folder.resolve("qmp");
        List<String> line = new ArrayList<>(USUAL);
        line.addAll(List.of("-qmp", "unix:" + socket + ",server=on,wait=off"));
        line.addAll(words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        SystemStart start = SystemStart.of(
                line,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Started(
                start,
                socket,
                lines(out),
                lines(err).stream()
                        .map(each -> each.startsWith(PROGRAM) ? each.substring(PROGRAM.length()) : each)
                        .toList());
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public boolean runs() {
        return start.runtime() != null;
    }

    /** Returns the recordings' word for how it went. */
    public String outcome() {
        return runs() ? "ok" : start.status() == 0 ? "done" : "fail";
    }

    @Override
    public void close() {
        if (runs()) {
            start.running().close();
        }
    }
}
