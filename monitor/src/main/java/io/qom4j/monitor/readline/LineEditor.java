// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.readline;

import org.jspecify.annotations.Nullable;

/**
 * A line that is being typed, key by key, with what a terminal must be told so that it shows it.
 *
 * <p>A character is a byte. Confined to one thread. QEMU: util/readline.c.
 */
final class LineEditor {
    private static final int LONGEST = 4095;
    private static final int CONTROL_A = 1;
    private static final int CONTROL_D = 4;
    private static final int CONTROL_E = 5;
    private static final int BACKSPACE = 8;
    private static final int CONTROL_W = 23;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    private static final int SEQUENCE = 0x9b;
    private static final String LEFT = "\033[D";
    private static final String RIGHT = "\033[C";
    private static final String CLEAR_REST = "\033[K";

    /** What the byte before began. */
    private enum State {
        NORMAL,
        ESCAPED,
        SEQUENCE,
        FUNCTION_KEY
    }

    private final LineHistory history;
    private final StringBuilder line = new StringBuilder();
    private State state = State.NORMAL;
    private int cursor;
    private int number;
    private int browsed = -1;
    private String shown = "";
    private int shownCursor;

    LineEditor(LineHistory history) {
        this.history = history;
    }

    /**
     * Takes a key.
     *
     * @param key a byte, from 0
     * @param screen gets what the terminal is to be told
     * @return the line, if this was its end, else null
     */
    @Nullable String type(int key, StringBuilder screen) {
        if (state == State.NORMAL && (key == '\n' || key == '\r')) {
            return finish(screen);
        }
        switch (state) {
            case NORMAL -> normal(key);
            case ESCAPED -> state = key == '[' ? State.SEQUENCE : key == 'O' ? State.FUNCTION_KEY : State.NORMAL;
            case SEQUENCE -> sequence(key);
            case FUNCTION_KEY -> {
                state = State.NORMAL;
                moveToEnd(key == 'H', key == 'F');
            }
        }
        draw(screen);
        return null;
    }

    private String finish(StringBuilder screen) {
        String whole = line.toString();
        history.add(whole);
        replace("");
        browsed = -1;
        shown = "";
        shownCursor = 0;
        screen.append("\r\n");
        return whole;
    }

    private void normal(int key) {
        switch (key) {
            case CONTROL_A -> cursor = 0;
            case CONTROL_E -> cursor = line.length();
            case CONTROL_D -> deleteFrom(cursor, cursor + 1);
            case CONTROL_W -> deleteFrom(startOfWord(), cursor);
            case BACKSPACE, DELETE -> deleteFrom(cursor - 1, cursor);
            case ESCAPE -> state = State.ESCAPED;
            case SEQUENCE -> startSequence();
            default -> insert(key);
        }
    }

    private void startSequence() {
        state = State.SEQUENCE;
    }

    private void insert(int key) {
        if (key >= ' ' && line.length() < LONGEST) {
            line.insert(cursor++, (char) key);
        }
    }

    private void deleteFrom(int from, int to) {
        if (from >= 0 && to <= line.length()) {
            line.delete(from, to);
            cursor = from;
        }
    }

    private int startOfWord() {
        int start = cursor;
        while (start > 0 && line.charAt(start - 1) == ' ') {
            start--;
        }
        while (start > 0 && line.charAt(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    private void sequence(int key) {
        if (key >= '0' && key <= '9') {
            number = number * 10 + key - '0';
            return;
        }
        switch (key) {
            case 'A', 'F' -> browse(-1);
            case 'B', 'E' -> browse(1);
            case 'C' -> cursor = Math.min(cursor + 1, line.length());
            case 'D' -> cursor = Math.max(cursor - 1, 0);
            case '~' -> numbered();
            default -> {
                // Another key: it does nothing.
            }
        }
        state = State.NORMAL;
        number = 0;
    }

    private void numbered() {
        moveToEnd(number == 1, number == 4);
        if (number == 3) {
            deleteFrom(cursor, cursor + 1);
        }
    }

    private void moveToEnd(boolean isLeft, boolean isRight) {
        cursor = isLeft ? 0 : isRight ? line.length() : cursor;
    }

    /** Goes to an older line, or a younger one; behind the youngest is an empty one. */
    private void browse(int step) {
        if (browsed < 0 && step > 0) {
            return;
        }
        int wanted = (browsed < 0 ? history.size() : browsed) + step;
        if (wanted < 0) {
            return;
        }
        String found = history.get(wanted);
        browsed = found == null ? -1 : wanted;
        replace(found == null ? "" : found);
    }

    private void replace(String text) {
        line.setLength(0);
        line.append(text);
        cursor = text.length();
    }

    /** Draws the line again if it has changed, and moves the terminal's cursor to where it belongs. */
    private void draw(StringBuilder screen) {
        if (!shown.contentEquals(line)) {
            screen.repeat(LEFT, shownCursor).append(line).append(CLEAR_REST);
            shown = line.toString();
            shownCursor = shown.length();
        }
        screen.repeat(cursor < shownCursor ? LEFT : RIGHT, Math.abs(cursor - shownCursor));
        shownCursor = cursor;
    }
}
