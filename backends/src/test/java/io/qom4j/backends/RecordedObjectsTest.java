// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recorded answers of QEMU 7.2 about memory backends, against the library itself.
 *
 * <p>What only a server can answer (the shape of requests, other monitor commands, the machine's own objects) is left to those who
 * have one.
 */
class RecordedObjectsTest {
    private static final List<String> GROUPS = List.of(
            "arguments",
            "defaults",
            "files",
            "ids",
            "memdev",
            "memfd",
            "paths",
            "policy",
            "qom-set",
            "reserve",
            "size");

    /** The arguments that a request must have, as text, for the library to be asked at all. */
    private static final Map<String, Set<String>> SHAPES = Map.of(
            "qom-get", Set.of("path", "property"),
            "qom-set", Set.of("path", "property"),
            "qom-list", Set.of("path"),
            "object-del", Set.of("id"),
            "query-memdev", Set.of(),
            "object-add", Set.of());

    private static final Set<String> OF_SERVERS = Set.of("machine", "lazy-objects");

    @TempDir
    Path folder;

    record Recorded(String group, String name, List<?> steps) {
        @Override
        public String toString() {
            return group + ": " + name;
        }
    }

    static List<Recorded> cases() throws IOException {
        List<Recorded> cases = new ArrayList<>();
        for (String group : GROUPS) {
            String text;
            try (InputStream in = Objects.requireNonNull(
                    RecordedObjectsTest.class.getResourceAsStream("recorded/" + group + ".json"), group)) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            Map<?, ?> file = (Map<?, ?>) Objects.requireNonNull(parse(text));
            for (Object each : (List<?>) Objects.requireNonNull(file.get("cases"))) {
                Map<?, ?> recorded = (Map<?, ?>) each;
                List<?> tags = recorded.containsKey("tags") ? (List<?>) recorded.get("tags") : List.of();
                if (tags == null || tags.stream().noneMatch(OF_SERVERS::contains)) {
                    cases.add(new Recorded(group, (String) Objects.requireNonNull(recorded.get("name")), (List<?>)
                            Objects.requireNonNull(recorded.get("steps"))));
                }
            }
        }
        return cases;
    }

    private static @Nullable Object parse(String json) {
        return JsonReader.lenient().read(json, "recorded").toJava(JsonDocument.ROOT);
    }

    @Test
    void casesWereRead() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void libraryAnswersAsQemuDid(Recorded recorded) throws IOException {
        try (Backends backends = new Backends(new BackendsModule(BackendOptions.QEMU_7_2))) {
            // As in the recordings: /objects is there from the first object on, and stays.
            backends.add("{'qom-type': 'memory-backend-ram', 'id': 'first', 'size': 4096}");
            backends.qom.objects().delete("first");
            ObjectCalls calls = new ObjectCalls(backends.qom);
            for (Object each : recorded.steps()) {
                Map<?, ?> step = (Map<?, ?>) Objects.requireNonNull(inFolder(each));
                Object seen = run(calls, step);
                if (seen != null) {
                    requireLike(seen, Objects.requireNonNull(step.get("expect")), step);
                }
            }
        }
    }

    private static void requireLike(Object seen, Object expected, Map<?, ?> step) {
        if (expected instanceof Map<?, ?> reply
                && reply.get("return") instanceof Map<?, ?> pattern
                && pattern.get("$superset") instanceof List<?> some) {
            List<?> there = (List<?>) Objects.requireNonNull(((Map<?, ?>) seen).get("return"));
            assertThat(there.containsAll(some)).as("%s sees %s", step, there).isTrue();
        } else {
            assertThat(normal(seen, step)).as("%s", step).isEqualTo(normal(expected, step));
        }
    }

    /** Returns what a step leads to, or null if the library cannot be asked. */
    private static @Nullable Object run(ObjectCalls calls, Map<?, ?> step) throws IOException {
        return switch ((String) Objects.requireNonNull(step.get("do"))) {
            case "file" -> FileSteps.run(step);
            case "hmp" ->
                switch ((String) Objects.requireNonNull(step.get("line"))) {
                    case "info memdev" -> calls.infoMemdev();
                    case "info ramblock" -> calls.infoRamblock();
                    default -> null;
                };
            case "qmp" -> {
                Map<?, ?> request = (Map<?, ?>) Objects.requireNonNull(step.get("send"));
                String command = (String) Objects.requireNonNull(request.get("execute"));
                Object given = request.get("arguments");
                Map<?, ?> arguments = given == null ? Map.of() : (Map<?, ?>) given;
                yield isForLibrary(command, arguments) ? calls.answer(command, arguments) : null;
            }
            default -> null;
        };
    }

    private static boolean isForLibrary(String command, Map<?, ?> arguments) {
        Set<String> needed = SHAPES.get(command);
        if (needed == null) {
            return false;
        }
        if (command.equals("object-add")) {
            return true;
        }
        int others = command.equals("qom-set") && arguments.containsKey("value") ? 1 : 0;
        return arguments.size() == needed.size() + others
                && (!command.equals("qom-set") || others == 1)
                && needed.stream().allMatch(name -> arguments.get(name) instanceof String);
    }

    /** Returns a step with this test's folder in the place of the recorded one. */
    private @Nullable Object inFolder(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.replace("{workdir}", folder.toString());
            case List<?> list -> list.stream().map(this::inFolder).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, member) -> copy.put(Objects.requireNonNull(key), inFolder(member)));
                yield copy;
            }
            case Object other -> other;
        };
    }

    /** Returns an answer in a form that can be compared: lists whose order is free are sorted. */
    private static Object normal(Object answer, Map<?, ?> step) {
        boolean isFree = Set.of("set", "memdev").contains(String.valueOf(step.get("norm")));
        if (isFree && answer instanceof Map<?, ?> map && map.get("return") instanceof List<?> list) {
            return list.stream().map(RecordedObjectsTest::sorted).sorted().toList();
        }
        return answer;
    }

    private static String sorted(Object each) {
        return each instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : each.toString();
    }
}
