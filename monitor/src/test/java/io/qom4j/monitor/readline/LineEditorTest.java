// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.readline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever keys are typed, what a terminal shows in the end is the line that is run. */
class LineEditorTest {
    private static final int KEYS = 200;
    private static final int ESCAPE = 27;
    private static final List<String> SPECIAL_KEYS = List.of(
            "\033[A", "\033[B", "\033[C", "\033[D", "\033[1~", "\033[3~", "\033[4~", "\033OH", "\033OF", "\1", "\4",
            "\5", "\b", "\27", "\177");

    private final LineEditor editor = new LineEditor(new LineHistory());
    private final StringBuilder screen = new StringBuilder();

    private String typeLine(String keys) {
        screen.setLength(0);
        for (int i = 0; i < keys.length(); i++) {
            assertThat(editor.type(keys.charAt(i), screen)).isNull();
        }
        String line = editor.type('\n', screen);
        assertThat(line).isNotNull();
        return line;
    }

    /** Returns the row that a terminal has when it was told this. */
    private static String shown(CharSequence told) {
        StringBuilder row = new StringBuilder();
        int cursor = 0;
        for (int i = 0; i < told.length() && told.charAt(i) != '\r'; i++) {
            char c = told.charAt(i);
            if (c != ESCAPE) {
                row.replace(cursor, Math.min(cursor + 1, row.length()), String.valueOf(c));
                cursor++;
                continue;
            }
            i += 2;
            switch (told.charAt(i)) {
                case 'C' -> cursor++;
                case 'D' -> cursor--;
                case 'K' -> row.setLength(cursor);
                default -> throw new AssertionError("no terminal knows " + told);
            }
            assertThat(cursor).isBetween(0, row.length());
        }
        return row.toString();
    }

    @RepeatedTest(50)
    void terminalShowsTheLineThatIsRun(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int lines = 0; lines < 5; lines++) {
            StringBuilder keys = new StringBuilder();
            for (int i = random.nextInt(KEYS); i > 0; i--) {
                if (random.nextInt(3) == 0) {
                    keys.append(SPECIAL_KEYS.get(random.nextInt(SPECIAL_KEYS.size())));
                } else {
                    keys.append("ab c".charAt(random.nextInt(4)));
                }
            }
            String line = typeLine(keys.toString());
            assertThat(shown(screen)).isEqualTo(line);
        }
    }

    @Test
    void lineThatIsTooLongTakesNoMoreKeys() {
        assertThat(typeLine("x".repeat(5000))).hasSize(4095);
    }
}
