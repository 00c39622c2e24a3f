// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.readline;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal is told while somebody types, as it was seen with QEMU 7.2. {@code ^[} stands for the escape character. */
class HumanSessionTest {
    private static final String ESCAPE = "\033";

    private final Monitor monitor = Conversation.newMonitor();
    private final LineHistory history = new LineHistory();
    private final StringBuilder heard = new StringBuilder();
    private HumanSession session;

    @BeforeEach
    void begin() {
        session = new HumanSession(monitor, history, bytes -> heard.append(new String(bytes, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() {
        session.close();
        monitor.qom().close();
    }

    private String type(String keys) {
        heard.setLength(0);
        byte[] bytes = keys.replace("^[", ESCAPE).getBytes(StandardCharsets.ISO_8859_1);
        session.feed(bytes, 0, bytes.length);
        return heard.toString().replace(ESCAPE, "^[");
    }

    @Test
    void clientIsGreetedAndAsked() {
        session.open();
        assertThat(heard).hasToString("QEMU 7.2.22 monitor - type 'help' for more information\r\n(qemu) ");
    }

    @Test
    void lineIsDrawnAgainAfterEachKeyAndAnsweredAtItsEnd() {
        assertThat(type("ab\n")).isEqualTo("a^[[K^[[Dab^[[K\r\nunknown command: 'ab'\r\n(qemu) ");
    }

    @Test
    void carriageReturnAndLineFeedEndALineEach() {
        assertThat(type("\r\n")).isEqualTo("\r\n(qemu) \r\n(qemu) ");
    }

    @Test
    void severalLinesAtOnceAreAnsweredOneAfterTheOther() {
        assertThat(type("a\nb\n"))
                .isEqualTo("a^[[K\r\nunknown command: 'a'\r\n(qemu) b^[[K\r\nunknown command: 'b'\r\n(qemu) ");
    }

    @Test
    void characterOfSeveralBytesReachesTheCommandWhole() {
        assertThat(type("\u00c3\u00a9\n")).endsWith("unknown command: '\u00e9'\r\n(qemu) ");
    }

    @ParameterizedTest
    @CsvSource({
        "left, ^[[D, ^[[D",
        "home, ^[[1~, ^[[D^[[D^[[D",
        "home of another terminal, ^[OH, ^[[D^[[D^[[D",
        "right at the end, ^[[C, ''",
        "end, ^[[D^[[4~, ^[[D^[[C",
        "end of another terminal, ^[[D^[OF, ^[[D^[[C",
        "a key that does nothing, ^[[5~, ''",
        "a letter after escape, ^[x, ''"
    })
    void keyMovesTheCursorAlone(String key, String typed, String told) {
        type("abc");
        assertThat(type(typed)).as(key).isEqualTo(told);
    }

    @Test
    void controlAAndEGoToTheEndsOfTheLine() {
        type("abc");
        assertThat(type("\1")).isEqualTo("^[[D^[[D^[[D");
        assertThat(type("\5")).isEqualTo("^[[C^[[C^[[C");
    }

    @Test
    void letterInTheMiddleMovesTheRest() {
        type("abc\1");
        assertThat(type("X")).isEqualTo("Xabc^[[K^[[D^[[D^[[D");
    }

    @Test
    void backspaceDeletesBeforeTheCursorAndDeleteAtIt() {
        type("abc^[[D");
        assertThat(type("\177")).isEqualTo("^[[D^[[Dac^[[K^[[D");
        assertThat(type("^[[3~")).isEqualTo("^[[Da^[[K");
        assertThat(type("\4")).isEmpty();
    }

    @Test
    void controlWDeletesTheWordBeforeTheCursorAndTheBlanksBehindIt() {
        type("ab c  ");
        assertThat(type("\27")).isEqualTo("^[[D^[[D^[[D^[[D^[[D^[[Dab ^[[K");
    }

    @Test
    void olderLinesComeBackAndBehindTheYoungestIsAnEmptyOne() {
        type("a\nb\n");
        assertThat(type("^[[A")).isEqualTo("b^[[K");
        assertThat(type("^[[A^[[A")).isEqualTo("^[[Da^[[K");
        assertThat(type("^[[B^[[B^[[B")).isEqualTo("^[[Db^[[K^[[D^[[K");
    }

    @Test
    void lineThatWasTypedTwiceIsRememberedOnce() {
        type("a\nb\na\n\n");
        assertThat(type("^[[A^[[A^[[A")).isEqualTo("a^[[K^[[Db^[[K");
    }

    @Test
    void nextClientFindsTheLinesOfTheOneBefore() {
        type("a\nhalf");
        begin();
        assertThat(type("^[[A")).isEqualTo("a^[[K");
    }

    @Test
    void quitEndsTheConversationWithoutAskingAgain() {
        assertThat(type("q\nx")).isEqualTo("q^[[K\r\n");
        assertThat(session.isOver()).isTrue();
    }
}
