// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.Qom;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A start of {@code qom system} within this JVM, and what it printed. Confined to one thread. */
final class CommandStart implements AutoCloseable {
    private static final List<String> USUAL = List.of("-machine", "none", "-nodefaults", "-display", "none", "-S");

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SystemStart start;

    private CommandStart(Path folder, List<String> words) {
        this.folder = folder;
        start = SystemStart.of(
                words,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** Starts with the usual options and more, in which {@code {dir}} stands for a folder. */
    static CommandStart with(Path folder, String... options) {
        List<String> words = new ArrayList<>(USUAL);
        for (String option : options) {
            words.add(option.replace("{dir}", folder.toString()));
        }
        return new CommandStart(folder, words);
    }

    /** Starts with these options alone. */
    static CommandStart alone(Path folder, String... options) {
        return new CommandStart(folder, List.of(options));
    }

    /** Starts with the usual options, and more that are written as on one line, with blanks between them. */
    static CommandStart line(Path folder, String options) {
        return with(folder, options.split(" "));
    }

    int status() {
        return start.status();
    }

    boolean runs() {
        return start.runtime() != null;
    }

    Qom qom() {
        return start.running().qom();
    }

    /** Returns standard error, in which {@code {dir}} stands for the folder, and a bar between lines. */
    String err() {
        return text(err);
    }

    String out() {
        return text(out);
    }

    private String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "{dir}")
                .strip()
                .replace("\n", "|");
    }

    @Override
    public void close() {
        if (start.runtime() != null) {
            start.running().close();
        }
    }
}
