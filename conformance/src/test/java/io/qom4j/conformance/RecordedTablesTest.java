// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.cli.ValueTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each row of the recorded tables: what becomes of a text. */
class RecordedTablesTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> textsAreReadAsQemuReadsThem() {
        return CaseFile.all("table").stream().flatMap(file -> {
            List<Map<String, @Nullable Object>> rows = file.rows();
            List<String> texts =
                    rows.stream().map(row -> Json.string(row, "text")).toList();
            String table = Json.string(file.content(), "table");
            List<@Nullable Object> results =
                    Json.list(Json.read(ValueTable.of(table, texts).results(), "results"));
            return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                    .map(i -> DynamicTest.dynamicTest(
                            table + ": " + texts.get(i), () -> compare(rows.get(i), Json.object(results.get(i)))));
        });
    }

    private static void compare(Map<String, @Nullable Object> row, Map<String, @Nullable Object> result) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("ok", result.get("ok"));
        if (row.containsKey("value")) {
            told.put("value", result.get("value"));
        }
        Map<String, @Nullable Object> expected = new LinkedHashMap<>(row);
        expected.keySet().retainAll(List.of("ok", "value"));
        assertThat(told).isEqualTo(expected);
    }

    /** The same texts as the id of a request: the value comes back as QEMU prints it, or QEMU's errors do. */
    @TestFactory
    Stream<DynamicTest> jsonComesBackAsQemuPrintsIt() {
        return CaseFile.all("table").stream()
                .filter(file -> file.content().get("table").equals("json"))
                .flatMap(file -> file.rows().stream())
                .map(row -> DynamicTest.dynamicTest(Json.string(row, "text"), () -> echo(row)));
    }

    private void echo(Map<String, @Nullable Object> row) throws IOException {
        try (Started system = Started.with(folder, List.of());
                QmpClient client = new QmpClient(system.socket())) {
            client.negotiate();
            String request = "{\"execute\":\"no-such-command\",\"id\":" + row.get("text") + "}\n";
            client.send(request.getBytes(StandardCharsets.UTF_8));
            List<@Nullable Object> answers = new Conversation(client).messagesBefore("mark");
            if (Boolean.TRUE.equals(row.get("ok"))) {
                assertThat(answers).hasSize(1);
                assertThat(Json.object(answers.getFirst()).get("id"))
                        .isEqualTo(Json.read(Json.string(row, "printed"), "printed"));
            } else {
                assertThat(answers.stream().map(answer -> Json.object(answer).get("error")))
                        .isEqualTo(row.get("errors"));
            }
        }
    }
}
