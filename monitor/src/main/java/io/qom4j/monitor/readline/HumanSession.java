// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.readline;

import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.MonitorVersion;
import io.qom4j.monitor.Session;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The conversation of the monitor for people with one client.
 *
 * <p>Confined to the thread that reads. QEMU: monitor/hmp.c, monitor_event.
 */
public final class HumanSession implements Session {
    /** What asks for a command. */
    public static final String PROMPT = "(qemu) ";

    /** A long line is drawn again for each key: what is to be told must not pile up over many of them. */
    private static final int MOST_KEPT = 1 << 16;

    private final Monitor monitor;
    private final Consumer<byte[]> out;
    private final LineEditor editor;
    private final StringBuilder screen = new StringBuilder();
    private boolean isOver;

    /**
     * Makes a conversation that has not begun.
     *
     * @param history the lines that were typed before
     * @param out delivers bytes to the client
     */
    public HumanSession(Monitor monitor, LineHistory history, Consumer<byte[]> out) {
        this.monitor = monitor;
        this.out = out;
        this.editor = new LineEditor(history);
    }

    /** Returns what a client is greeted with, without the end of the line. */
    public static String banner(Monitor monitor) {
        MonitorVersion version = monitor.version();
        return "QEMU " + version.major() + "." + version.minor() + "." + version.micro()
                + " monitor - type 'help' for more information";
    }

    @Override
    public void open() {
        screen.append(banner(monitor)).append("\r\n").append(PROMPT);
        show();
    }

    @Override
    public void feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to && !isOver; i++) {
            String line = editor.type(Byte.toUnsignedInt(bytes[i]), screen);
            if (line != null || screen.length() > MOST_KEPT) {
                show();
            }
            if (line != null) {
                run(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        show();
    }

    private void run(String line) {
        String answer = monitor.humanMonitor().run(monitor, line);
        out.accept(answer.getBytes(StandardCharsets.UTF_8));
        isOver = monitor.isEnding();
        if (!isOver) {
            screen.append(PROMPT);
        }
    }

    /** Delivers what the terminal is to be told; a character there is a byte. */
    private void show() {
        if (!screen.isEmpty()) {
            out.accept(screen.toString().getBytes(StandardCharsets.ISO_8859_1));
            screen.setLength(0);
        }
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public void close() {
        isOver = true;
    }
}
