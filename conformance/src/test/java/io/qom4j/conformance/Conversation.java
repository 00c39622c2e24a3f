// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a case, sent over a connection one after the other.
 *
 * @param client the connection
 */
record Conversation(QmpClient client) {
    private static final String EXPECT = "expect";

    void run(List<Map<String, @Nullable Object>> steps) throws IOException {
        for (int i = 0; i < steps.size(); i++) {
            run(steps.get(i), i);
        }
    }

    private void run(Map<String, @Nullable Object> step, int number) throws IOException {
        switch (Json.string(step, "do")) {
            case "greeting" -> check(number, step, client.greeting());
            case "qmp" -> check(number, step, client.ask(step.get("send")));
            case "hmp" -> check(number, step, client.human(Json.string(step, "line")));
            case "raw" -> raw(number, step);
            case "file" -> FileStep.run(step);
            default -> throw new IllegalArgumentException("a recording has the step " + step);
        }
    }

    private void raw(int number, Map<String, @Nullable Object> step) throws IOException {
        client.send(
                step.containsKey("hex")
                        ? HexFormat.of().parseHex(Json.string(step, "hex"))
                        : Json.string(step, "text").getBytes(StandardCharsets.UTF_8));
        check(number, step, Boolean.FALSE.equals(step.get("sync")) ? List.of() : messagesBefore("sync-" + number));
    }

    /** Returns the messages that come before the answer to a request with this id, which is sent now. */
    List<@Nullable Object> messagesBefore(String mark) throws IOException {
        client.send(("\n" + Json.write(Map.of("execute", "query-version", "id", mark)) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        List<@Nullable Object> messages = new ArrayList<>();
        while (true) {
            Object message = client.receive();
            if (message instanceof Map<?, ?> map && mark.equals(map.get("id"))) {
                return messages;
            }
            messages.add(message);
        }
    }

    private static void check(int number, Map<String, @Nullable Object> step, @Nullable Object reply) {
        String name = (String) step.get("norm");
        Norm norm = name == null ? null : Norm.named(name);
        Object expected = norm == null ? step.get(EXPECT) : norm.of(step.get(EXPECT));
        Object actual = norm == null ? reply : norm.of(reply);
        if (!Likeness.holds(expected, actual)) {
            // The comparison has failed; this one shows both sides well.
            assertThat(actual).as("step %d, %s", number, what(step)).isEqualTo(expected);
            fail("step " + number + ", " + what(step) + ": " + actual + " is not like " + expected);
        }
    }

    private static Object what(Map<String, @Nullable Object> step) {
        return Objects.requireNonNullElse(step.get("send"), step.getOrDefault("line", "raw bytes"));
    }

    /** Deletes what the steps may have made, so that the next case finds nothing. */
    void cleanUp(List<Map<String, @Nullable Object>> steps) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> step : steps) {
            if (step.get("send") instanceof Map<?, ?> request
                    && "object-add".equals(request.get("execute"))
                    && request.get("arguments") instanceof Map<?, ?> arguments
                    && arguments.get("id") instanceof String id) {
                ids.add(id);
            }
        }
        for (String id : List.copyOf(ids).reversed()) {
            client.ask("object-del", Map.of("id", id));
        }
    }
}
