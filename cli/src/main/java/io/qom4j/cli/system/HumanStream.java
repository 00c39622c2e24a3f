// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.MonitorVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The monitor for people over a pair of streams, a line at a time.
 *
 * @param monitor what answers
 * @param in where people type
 * @param out where they read
 */
record HumanStream(Monitor monitor, InputStream in, PrintStream out) implements Runnable {
    private static final String PROMPT = "(qemu) ";

    /** Answers until the input ends. */
    @Override
    public void run() {
        MonitorVersion version = monitor.version();
        out.print("QEMU " + version.major() + "." + version.minor() + "." + version.micro()
                + " monitor - type 'help' for more information\n" + PROMPT);
        out.flush();
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(monitor.humanMonitor().run(monitor, line).replace("\r\n", "\n") + PROMPT);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
