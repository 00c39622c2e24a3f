// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each recorded case, over a socket. */
class RecordedCasesTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> requestsAreAnsweredAsQemuDoes() {
        return cases("qmp");
    }

    @TestFactory
    Stream<DynamicNode> objectsBehaveAsQemusDo() {
        return cases("object");
    }

    @TestFactory
    Stream<DynamicNode> blocksStandWhereQemuPutsThem() {
        return cases("ramblock");
    }

    @TestFactory
    Stream<DynamicNode> commandLinesHaveQemusOutcome() {
        return cases("cli");
    }

    private Stream<DynamicNode> cases(String kind) {
        return CaseFile.all(kind).stream()
                .flatMap(file -> file.cases().stream()
                        .map(recorded -> DynamicTest.dynamicTest(
                                file.name() + ": " + recorded.get("name"), () -> run(kind, recorded))));
    }

    private void run(String kind, Map<String, @Nullable Object> recorded) throws IOException {
        WorkFolder work = new WorkFolder(Files.createDirectories(folder.resolve("work")));
        work.clear();
        Map<String, @Nullable Object> filled = Json.object(work.fill(recorded));
        List<Map<String, @Nullable Object>> before = Json.objects(filled, "before");
        for (Map<String, @Nullable Object> step : before) {
            FileStep.run(step);
        }
        try (Started system = Started.with(folder, Json.strings(filled, "argv"))) {
            if (kind.equals("cli")) {
                checkStart(system, Json.object(filled.get("expect")));
            }
            if (system.runs()) {
                boolean isFresh = Boolean.TRUE.equals(filled.get("fresh"));
                converse(system, kind, filled, kind.equals("object") && !isFresh);
            }
        }
    }

    private static void checkStart(Started system, Map<String, @Nullable Object> expect) {
        assertThat(system.outcome()).as("%s", system.err()).isEqualTo(expect.get("exit"));
        assertThat(system.err()).isEqualTo(Json.strings(expect, "stderr"));
        if (expect.containsKey("stdout")) {
            assertThat(system.out()).isEqualTo(Json.strings(expect, "stdout"));
        }
        assertThat(system.out()).containsAll(Json.strings(expect, "stdout_has"));
    }

    private static void converse(
            Started system, String kind, Map<String, @Nullable Object> recorded, boolean hasHadObjects)
            throws IOException {
        try (QmpClient client = new QmpClient(system.socket())) {
            List<Map<String, @Nullable Object>> steps = Json.objects(recorded, "steps");
            if (hasHadObjects) {
                leaveObjectsContainer(system);
            }
            if (!Boolean.FALSE.equals(recorded.get("negotiate"))) {
                client.negotiate();
            }
            if (kind.equals("ramblock")) {
                placeBlocks(client, steps);
            } else {
                new Conversation(client).run(steps);
            }
        }
    }

    /** The folder of objects appears with the first object, and stays. */
    private static void leaveObjectsContainer(Started system) throws IOException {
        try (QmpClient first = new QmpClient(system.socket())) {
            first.negotiate();
            first.ask("object-add", Map.of("qom-type", "memory-backend-ram", "id", "prime", "size", 4096));
            first.ask("object-del", Map.of("id", "prime"));
        }
    }

    private static void placeBlocks(QmpClient client, List<Map<String, @Nullable Object>> steps) throws IOException {
        List<Object> done = new ArrayList<>();
        for (Map<String, @Nullable Object> step : steps) {
            done.add(step.containsKey("add") ? step.get("add") : step.get("del"));
            Object reply = step.containsKey("add")
                    ? client.ask("object-add", Json.object(step.get("add")))
                    : client.ask("object-del", Map.of("id", Json.string(step, "del")));
            assertThat(reply).isEqualTo(Map.of("return", Map.of()));
            Object table = Norm.RAMBLOCK.of(client.human("info ramblock"));
            assertThat(Json.object(table).get("return")).as("after %s", done).isEqualTo(step.get("blocks"));
        }
    }
}
