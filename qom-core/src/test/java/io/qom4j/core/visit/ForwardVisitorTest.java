// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.keyval.Keyval;
import io.qom4j.core.keyval.KeyvalInputVisitor;
import io.qom4j.core.text.WarningSink;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ForwardVisitorTest {
    /** Asked for {@code src} it reads the source's {@code dst}; asked for {@code dst} it finds nothing. */
    private static void forwards(
            InputVisitor source, Consumer<ForwardInputVisitor> readingSrc, Consumer<ForwardInputVisitor> readingDst) {
        source.beginStruct(null);
        assertThatThrownBy(() -> readingDst.accept(new ForwardInputVisitor(source, "src", "dst")))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'dst' is missing");
        readingSrc.accept(new ForwardInputVisitor(source, "src", "dst"));
        source.checkStruct();
        source.endStruct();
    }

    private static InputVisitor json(String text) {
        return JsonInputVisitor.qmp(JsonReader.strict().read(text, "f"), JsonDocument.ROOT, Negatives.WRAP_LIKE_QEMU);
    }

    private static InputVisitor keyval(String text) {
        return new KeyvalInputVisitor(Keyval.parse(text, null).tree(), WarningSink.IGNORE);
    }

    @Test
    void stringsAreForwarded() {
        forwards(
                keyval("dst=hello"), v -> assertThat(v.readString("src")).isEqualTo("hello"), v -> v.readString("dst"));
    }

    @Test
    void sizesAreForwarded() {
        forwards(keyval("dst=1.5M"), v -> assertThat(v.readSize("src")).isEqualTo(3 << 19), v -> v.readSize("dst"));
    }

    @Test
    void numbersAreForwarded() {
        forwards(keyval("dst=3.14"), v -> assertThat(v.readNumber("src")).isEqualTo(3.14), v -> v.readNumber("dst"));
    }

    @Test
    void anythingIsForwarded() {
        forwards(
                keyval("dst.integer=42"),
                v -> assertThat(v.readAny("src")).isEqualTo(Map.of("integer", "42")),
                v -> v.readAny("dst"));
    }

    @Test
    void theOtherScalarsAreForwarded() {
        forwards(json("{\"dst\": true}"), v -> assertThat(v.readBool("src")).isTrue(), v -> v.readBool("dst"));
        forwards(json("{\"dst\": -1}"), v -> assertThat(v.readInt64("src")).isEqualTo(-1), v -> v.readInt64("dst"));
        forwards(json("{\"dst\": 1}"), v -> assertThat(v.readUint64("src")).isEqualTo(1), v -> v.readUint64("dst"));
        forwards(json("{\"dst\": 1}"), v -> assertThat(v.readInt("src", 8)).isEqualTo(1), v -> v.readInt("dst", 8));
        forwards(json("{\"dst\": 1}"), v -> assertThat(v.readUint("src", 8)).isEqualTo(1), v -> v.readUint("dst", 8));
        forwards(json("{\"dst\": null}"), v -> v.readNull("src"), v -> v.readNull("dst"));
    }

    @Test
    void structsAreForwardedAndTheirMembersKeepTheirNames() {
        forwards(
                keyval("dst.integer=42,dst.string=Hello,dst.src=x"),
                v -> {
                    assertThat(v.isPresent("src")).isTrue();
                    assertThat(v.isPresent("dst")).isFalse();
                    v.beginStruct("src");
                    assertThat(v.isPresent("integer")).isTrue();
                    assertThat(v.readInt64("integer")).isEqualTo(42);
                    assertThat(v.readString("string")).isEqualTo("Hello");
                    assertThat(v.readString("src")).isEqualTo("x");
                    v.checkStruct();
                    v.endStruct();
                },
                v -> v.beginStruct("dst"));
    }

    @Test
    void listsAreForwarded() {
        forwards(
                keyval("dst.0=0,dst.1=1"),
                v -> {
                    v.beginList("src");
                    for (int i = 0; v.nextElement(); i++) {
                        assertThat(v.readInt64(null)).isEqualTo(i);
                    }
                    v.endList();
                },
                v -> v.beginList("dst"));
    }

    @Test
    void narrowIntegersAreToldUnderTheNameInTheSource() {
        InputVisitor source = json("{\"dst\": 300}");
        source.beginStruct(null);
        assertThatThrownBy(() -> new ForwardInputVisitor(source, "src", "dst").readUint("src", 8))
                .hasMessage("Parameter 'dst' expects uint8_t");
    }

    private static void writes(Consumer<OutputVisitor> writing, Object expected) {
        var out = new JsonOutputVisitor();
        out.beginStruct(null);
        writing.accept(new ForwardOutputVisitor(out, "src", "dst"));
        out.endStruct();
        assertThat(out.value()).isEqualTo(Map.of("dst", expected));
    }

    @Test
    void valuesAreWrittenUnderTheOtherName() {
        writes(v -> v.writeBool("src", true), true);
        writes(v -> v.writeInt64("src", -1), -1L);
        writes(v -> v.writeUint64("src", 1), 1L);
        writes(v -> v.writeSize("src", 2), 2L);
        writes(v -> v.writeNumber("src", 0.5), 0.5);
        writes(v -> v.writeString("src", "s"), "s");
        writes(v -> v.writeEnum("src", "w"), "w");
        writes(v -> v.writeAny("src", List.of(1L)), List.of(1L));
    }

    @Test
    void structsAndListsAreWrittenUnderTheOtherName() {
        var out = new JsonOutputVisitor();
        out.beginStruct(null);
        var forward = new ForwardOutputVisitor(out, "src", "dst");
        forward.beginStruct("src");
        forward.writeInt64("src", 1);
        forward.beginList("l");
        forward.writeNull(null);
        forward.endList();
        forward.endStruct();
        out.endStruct();
        assertThat(out.document()).hasToString("{\"dst\":{\"src\":1,\"l\":[null]}}");
    }

    @Test
    void writingAnotherNameIsAProgrammingError() {
        assertThatThrownBy(() -> new ForwardOutputVisitor(new JsonOutputVisitor(), "src", "dst").writeNull("dst"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
