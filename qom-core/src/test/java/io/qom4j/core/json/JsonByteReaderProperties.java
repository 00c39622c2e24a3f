// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The reader of faultless texts beside Jackson, who reads the same bytes. */
class JsonByteReaderProperties {
    private static final int TRIES = 5_000;

    /** Limits that random texts now keep and now break. */
    private static final JsonLimits NARROW = new JsonLimits(3, 6, 5, 1 << 20, 15);

    /** A text, and how it is to be read. */
    static final class Text {
        private final byte[] bytes;
        private final boolean lenient;
        private final boolean keepDuplicates;
        private final JsonLimits limits;

        private Text(byte[] bytes, boolean lenient, boolean keepDuplicates, JsonLimits limits) {
            this.bytes = bytes;
            this.lenient = lenient;
            this.keepDuplicates = keepDuplicates;
            this.limits = limits;
        }

        JsonSource source() {
            return new JsonSource(bytes, "f", lenient);
        }

        JsonReader reader() {
            JsonReader reader = (lenient ? JsonReader.lenient() : JsonReader.strict()).withLimits(limits);
            return keepDuplicates ? reader.keepingDuplicates() : reader;
        }

        /** Returns all that Jackson finds in the text, or where and why it is refused. */
        String byJackson() {
            try {
                return everythingIn(reader().reading(source()).readByJackson());
            } catch (JsonException e) {
                return refusal(e);
            }
        }

        @Override
        public String toString() {
            return (lenient ? "lenient " : "") + (keepDuplicates ? "keeping " : "") + limits + "\n"
                    + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Provide
    Arbitrary<Text> faultless() {
        return Arbitraries.randomValue(random -> {
            boolean lenient = random.nextBoolean();
            return new Text(RandomJson.faultless(random, lenient), lenient, true, JsonLimits.DEFAULT);
        });
    }

    @Provide
    Arbitrary<Text> damaged() {
        return Arbitraries.randomValue(random -> {
            boolean lenient = random.nextBoolean();
            return new Text(
                    RandomJson.damaged(random, lenient),
                    lenient && random.nextInt(8) > 0,
                    random.nextBoolean(),
                    random.nextInt(4) == 0 ? NARROW : JsonLimits.DEFAULT);
        });
    }

    @Property(tries = TRIES)
    void aFaultlessTextIsReadWithoutJacksonAsJacksonReadsIt(@ForAll("faultless") Text text) {
        JsonDocument taken = JsonByteReader.read(text.source(), text.limits, text.keepDuplicates);
        assertThat(taken).isNotNull();
        assertThat(everythingIn(taken)).isEqualTo(text.byJackson());
    }

    @Property(tries = TRIES)
    void aDamagedTextIsTakenOnlyIfJacksonReadsTheSame(@ForAll("damaged") Text text) {
        JsonDocument taken = JsonByteReader.read(text.source(), text.limits, text.keepDuplicates);
        if (taken != null) {
            assertThat(everythingIn(taken)).isEqualTo(text.byJackson());
        }
    }

    @Property(tries = TRIES)
    void whoReadsAFileGetsWhatJacksonReadsOrTheSameRefusal(@ForAll("damaged") Text text) {
        String read;
        try {
            read = everythingIn(text.reader().read(text.bytes, "f"));
        } catch (JsonException e) {
            read = refusal(e);
        }
        assertThat(read).isEqualTo(text.byJackson());
    }

    private static String refusal(JsonException e) {
        return "refused at " + e.position() + ": " + e.problem();
    }

    /** Returns a line for each node: where it is, what it is called, what it holds. */
    private static String everythingIn(JsonDocument document) {
        StringJoiner lines = new StringJoiner("\n");
        for (int node = 0; node < document.nodeCount(); node++) {
            JsonKind kind = document.kind(node);
            String content = kind.isContainer()
                    ? document.childCount(node) + " to " + document.end(node)
                    : document.toJava(node) + (document.isIntegerText(node) ? " integer" : "");
            lines.add(document.namePosition(node) + " " + document.name(node) + " at " + document.position(node) + " "
                    + kind + " " + content);
        }
        return lines.add("duplicates " + Arrays.toString(document.duplicates())).toString();
    }
}
