// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.keyval.Keyval;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.text.WarningSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Any bytes at all as requests, as keyval text and as options: they are read, or refused with a text.
 *
 * <p>In a build only the texts in {@code ParserFuzzTestInputs} are tried. {@code JAZZER_FUZZ=1} in the environment makes Jazzer look
 * for more: {@code JAZZER_FUZZ=1 ./mvnw -q -Dquick -pl qom-core -am test -Djazzer.hooks=true
 * -Dtest=ParserFuzzTest#anyBytesAreRequestsOrErrors -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ParserFuzzTest {
    private static final byte[] SOUND = "\n\0\n{\"last\": 1}".getBytes(StandardCharsets.US_ASCII);

    /** What a parser told, each value and error as text. */
    private static final class Told implements QemuJsonParser.Receiver {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void value(JsonDocument document) {
            messages.add(document.toString());
        }

        @Override
        public void error(String message) {
            messages.add(message);
        }
    }

    /** However the bytes are cut the parser tells the same, and it understands what comes next. */
    @FuzzTest(maxDuration = "2m")
    void anyBytesAreRequestsOrErrors(byte[] text) {
        Told whole = new Told();
        QemuJsonParser parser = new QemuJsonParser(whole);
        parser.feed(text, 0, text.length);
        parser.feed(SOUND, 0, SOUND.length);
        Told bitwise = new Told();
        QemuJsonParser slow = new QemuJsonParser(bitwise);
        for (int i = 0; i < text.length; i++) {
            slow.feed(text, i, i + 1);
        }
        slow.feed(SOUND, 0, SOUND.length);

        assertThat(bitwise.messages).isEqualTo(whole.messages);
        assertThat(whole.messages.getLast()).isEqualTo("{\"last\":1}");
    }

    @FuzzTest(maxDuration = "2m")
    void anyTextIsKeyvalOrRefused(byte[] text) {
        try {
            assertThat(Keyval.parse(new String(text, StandardCharsets.UTF_8), "key")
                            .tree())
                    .isNotNull();
        } catch (QomException refusal) {
            assertThat(refusal.getMessage()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "2m")
    void anyTextIsOptionsOrRefused(byte[] text) {
        try {
            assertThat(OptionList.parse(new String(text, StandardCharsets.UTF_8), "key", WarningSink.IGNORE)
                            .options())
                    .isNotNull();
        } catch (QomException refusal) {
            assertThat(refusal.getMessage()).isNotEmpty();
        }
    }
}
