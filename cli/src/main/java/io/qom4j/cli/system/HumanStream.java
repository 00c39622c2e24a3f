// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.readline.HumanSession;
import io.qom4j.monitor.readline.LineHistory;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The monitor for people over a pair of streams.
 *
 * <p>A terminal echoes and edits lines by itself; otherwise that is done here, as QEMU does it.
 *
 * @param monitor what answers
 * @param in where people type
 * @param out where they read
 */
record HumanStream(Monitor monitor, InputStream in, PrintStream out) implements Runnable {
    private static final int BLOCK = 4 << 10;

    /** Answers until the input ends. */
    @Override
    public void run() {
        try {
            // There is no console where input or output is no terminal.
            Optional<Console> console = Optional.ofNullable(System.console());
            if (console.filter(Console::isTerminal).isPresent()) {
                answerLines();
            } else {
                answerBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    private void answerLines() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        out.println(HumanSession.banner(monitor));
        while (!monitor.isEnding()) {
            out.print(HumanSession.PROMPT);
            out.flush();
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            out.print(monitor.humanMonitor().run(monitor, line).replace("\r\n", "\n"));
        }
    }

    private void answerBytes() throws IOException {
        HumanSession session = new HumanSession(monitor, new LineHistory(), this::show);
        session.open();
        byte[] block = new byte[BLOCK];
        while (!session.isOver()) {
            int count = in.read(block);
            if (count < 0) {
                return;
            }
            session.feed(block, 0, count);
        }
    }

    private void show(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
