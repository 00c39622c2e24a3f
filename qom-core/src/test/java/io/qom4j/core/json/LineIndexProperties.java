// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index against a walk from the beginning, in texts of several blocks. */
class LineIndexProperties {
    @Provide
    Arbitrary<String> texts() {
        List<String> pieces =
                List.of("x", "é", "€", "😀", "\n", "\r\n", "\n\n\n", "ab€cd\n", "x".repeat(16_383), "é".repeat(9_000));
        return Arbitraries.of(pieces).list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(tries = 300)
    void everyPlaceIsWhereAWalkFindsIt(@ForAll("texts") String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LineIndex index = new LineIndex(bytes);
        int line = 1;
        int start = 0;
        int characters = 0;
        int step = Math.max(1, bytes.length / 50);
        for (int at = 0; at <= bytes.length; at++) {
            if (at % step == 0 || at == bytes.length) {
                assertThat(index.line(at)).isEqualTo(line);
                assertThat(index.startOfLineAt(at)).isEqualTo(start);
                assertThat(index.charactersBefore(at)).isEqualTo(characters);
                assertThat(index.startOfLine(line)).isEqualTo(start);
            }
            if (at < bytes.length) {
                characters += (bytes[at] & 0xc0) != 0x80 ? 1 : 0;
                line += bytes[at] == '\n' ? 1 : 0;
                start = bytes[at] == '\n' ? at + 1 : start;
            }
        }
        assertThat(index.startOfLine(line + 1)).isEqualTo(bytes.length);
    }

    @Property(tries = 300)
    void partOfALineIsWhatAWalkCutsOut(
            @ForAll("texts") String text, @ForAll("numbers") int from, @ForAll("numbers") int length) {
        LineIndex index = new LineIndex(text.getBytes(StandardCharsets.UTF_8));
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            int[] all = line.codePoints().toArray();
            int begin = Math.min(from, all.length);
            int end = Math.min(begin + length, all.length);
            String part = index.part(index.startOfLine(i + 1), from, from + length);
            assertThat(part).isEqualTo(new String(all, begin, end - begin));
        }
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 20_000));
    }
}
