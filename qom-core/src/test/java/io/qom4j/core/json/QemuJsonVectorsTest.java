// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.vectors.Vectors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded wire cases, as far as parsing goes: an expected reply that is a JSON error must be that error, any other
 * expected reply is the answer to a value, whose {@code id} must be echoed. What the answer is, is the monitor's affair.
 */
class QemuJsonVectorsTest {
    private static final String MARKER = "\n{\"execute\":\"query-version\",\"id\":\"@@marker\"}\n";

    static Stream<Arguments> wireCases() {
        return Stream.of("qmp-malformed", "qmp-framing", "qmp-id")
                .flatMap(file -> Vectors.rows(file, "cases").stream()
                        .map(row -> Arguments.of(file + ": " + abbreviated(row.get("name")), row)));
    }

    static Stream<Arguments> texts() {
        return Vectors.rows("table-json", "rows").stream().map(row -> Arguments.of(row.get("text"), row));
    }

    private static String abbreviated(Object name) {
        String text = String.valueOf(name);
        return text.length() < 60 ? text : text.substring(0, 60) + "…";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wireCases")
    @SuppressWarnings("unchecked")
    void recordedWireCasesGiveTheSameErrorsAndValues(String name, Map<String, Object> row) {
        var pending = new ByteArrayOutputStream();
        for (Map<String, Object> step : (List<Map<String, Object>>) Objects.requireNonNull(row.get("steps"))) {
            if (step.get("do").equals("raw")) {
                pending.writeBytes(bytes(step));
                boolean answered = !Boolean.FALSE.equals(step.get("sync"));
                if (answered) {
                    check(pending.toByteArray(), (List<Map<String, Object>>) step.get("expect"));
                    pending.reset();
                }
            } else {
                String request = JsonDocument.of(step.get("send")).toString();
                check(request.getBytes(StandardCharsets.UTF_8), List.of((Map<String, Object>) step.get("expect")));
            }
        }
        assertThat(pending.size()).as("bytes after the last answer").isZero();
    }

    private static byte[] bytes(Map<String, Object> step) {
        Object hex = step.get("hex");
        return hex != null
                ? HexFormat.of().parseHex((String) hex)
                : Vectors.text(step, "text").getBytes(StandardCharsets.UTF_8);
    }

    private static void check(byte[] input, List<Map<String, Object>> replies) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(input);
        bytes.writeBytes(MARKER.getBytes(StandardCharsets.US_ASCII));
        for (int block : new int[] {1, 7, 1 << 20}) {
            List<Object> outcomes = QemuOutcomes.of(bytes.toByteArray(), block);
            assertThat(outcomes.removeLast().toString()).contains("@@marker");
            assertThat(outcomes).hasSameSizeAs(replies);
            for (int i = 0; i < replies.size(); i++) {
                checkOne(outcomes.get(i), replies.get(i));
            }
        }
    }

    private static void checkOne(Object outcome, Map<String, Object> reply) {
        String description = reply.get("error") instanceof Map<?, ?> error ? String.valueOf(error.get("desc")) : "";
        if (description.startsWith("JSON ")) {
            assertThat(outcome).isEqualTo(description);
            return;
        }
        JsonDocument value = (JsonDocument) outcome;
        if (reply.containsKey("id")) {
            assertThat(value.toJava(value.member(ROOT, "id"))).isEqualTo(reply.get("id"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    @SuppressWarnings("unchecked")
    void recordedTextsGiveTheSameValueAndPrintTheSame(String text, Map<String, Object> row) {
        String line = "{\"execute\":\"no-such-command\",\"id\":" + text + "}\n";
        byte[] input = (line + MARKER).getBytes(StandardCharsets.UTF_8);
        List<Object> outcomes = QemuOutcomes.of(input, input.length);
        outcomes.removeLast();
        if (row.get("ok").equals(true)) {
            JsonDocument request = (JsonDocument) outcomes.getFirst();
            int id = request.member(ROOT, "id");
            assertThat(outcomes).hasSize(1);
            assertThat(plain(request.toJava(id))).isEqualTo(plain(row.get("value")));
            if (!text.equals("{\"b\":1,\"a\":2}")) {
                // QEMU prints members in the order of its hash table; we keep that of the text.
                QmpJsonWriter out = QmpJsonWriter.compact();
                out.writeNode(null, request, id);
                assertThat(out.toString()).isEqualTo(row.get("printed"));
            }
        } else {
            List<Map<String, Object>> errors = (List<Map<String, Object>>) row.get("errors");
            assertThat(outcomes)
                    .isEqualTo(errors.stream().map(e -> e.get("desc")).toList());
        }
    }

    /** In the table 100 and 100.0 are one number. */
    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue() + 0.0;
            case List<?> list -> list.stream().map(QemuJsonVectorsTest::plain).toList();
            default -> value;
        };
    }
}
