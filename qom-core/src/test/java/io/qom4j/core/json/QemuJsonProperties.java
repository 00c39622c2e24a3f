// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class QemuJsonProperties {
    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"a\"", "'b'", "1", "-", "0.5", "e", "true", "null", "x", " ",
                        "\n", "\t", "\u0001", "\"", "\\", "\\u00e9", "\u00e9", "@", "%")
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }

    @Property
    void blocksDoNotMatter(@ForAll("scribbles") String text, @ForAll @IntRange(min = 1, max = 5) int block) {
        byte[] bytes = (text + "\u0001\n").getBytes(StandardCharsets.UTF_8);
        assertThat(QemuOutcomes.of(bytes, block).toString())
                .isEqualTo(QemuOutcomes.of(bytes, bytes.length).toString());
    }

    @Property
    void aControlCharacterBeginsAnew(@ForAll byte[] noise) {
        byte[] bytes = new byte[noise.length + 4];
        System.arraycopy(noise, 0, bytes, 0, noise.length);
        bytes[noise.length] = 1;
        bytes[noise.length + 1] = '[';
        bytes[noise.length + 2] = ']';
        bytes[noise.length + 3] = '\n';
        assertThat(QemuOutcomes.of(bytes, 3).getLast()).hasToString("[]");
    }

    @Property
    void whatTheWriterPrintsIsReadBack(@ForAll String text, @ForAll long integer, @ForAll double number) {
        // Minus zero is printed as an integer, and read back as one.
        Assume.that(number != 0 && text.codePoints().allMatch(QemuUtf8::isCharacter));
        QmpJsonWriter out = QmpJsonWriter.compact();
        out.beginList(null);
        out.writeString(null, text);
        out.writeInt64(null, integer);
        out.writeUint64(null, integer);
        out.writeNumber(null, number);
        out.endList();
        JsonDocument doc = QemuJsonParser.parse(out.toString());
        assertThat(doc.string(1)).isEqualTo(text);
        assertThat(doc.int64(2)).isEqualTo(integer);
        assertThat(doc.int64(3)).isEqualTo(integer);
        assertThat(doc.number(4)).isEqualTo(number);
        QmpJsonWriter again = QmpJsonWriter.compact();
        again.writeNode(null, doc, ROOT);
        assertThat(again).hasToString(out.toString());
    }
}
