// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.diagnostic.DiagnosticRenderer;
import io.qom4j.core.json.JsonLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that want to cost time or memory: each is refused in bounded time, with a clear problem. The limit of time is for a
 * hang alone; what is quadratic in these sizes takes many minutes.
 */
@Timeout(60)
class HostileDocumentsTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private List<Diagnostic> check(String json) {
        try (Qom qom = Workshop.open()) {
            return ConfigLoader.of(qom).text(json, "hostile.json").check();
        }
    }

    private List<Diagnostic> checkFile(String name) {
        try (Qom qom = Workshop.open()) {
            return ConfigLoader.of(qom).file(folder.resolve(name)).check();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void hasOne(List<Diagnostic> problems, DiagnosticCode code, String message) {
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void nestedArraysAreRefusedAtALimitOfDepth() {
        hasOne(check("[".repeat(MANY) + "]".repeat(MANY)), DiagnosticCode.MALFORMED_JSON, "more than 1024");
    }

    @Test
    void nestedObjectsAreRefusedAtALimitOfDepth() {
        hasOne(check("{'a':".repeat(MANY) + "1" + "}".repeat(MANY)), DiagnosticCode.MALFORMED_JSON, "more than 1024");
    }

    @Test
    void childrenNestedAsDeepAsTextMayBeAreCheckedAndLoaded() {
        int depth = 500;
        String json = "{'qom-type': 'bus', 'id': 'b', 'children': [".repeat(depth) + "]}".repeat(depth);
        try (Qom qom = Workshop.open()) {
            assertThat(ConfigLoader.of(qom).text(json, "deep.json").load().objects())
                    .hasSize(1);
        }
    }

    @Test
    void longStringIsRefused() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("long.json"))) {
            out.write("{\"qom-type\": \"bus\", \"id\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
            out.write("\"}".getBytes(StandardCharsets.UTF_8));
        }
        hasOne(checkFile("long.json"), DiagnosticCode.MALFORMED_JSON, "characters");
    }

    @Test
    void problemInALongLineShowsAPartOfIt() {
        String rest = ", ".repeat(1) + "{'qom-type': 'bus', 'id': 'b'}".concat(" ".repeat(5_000_000));
        List<Diagnostic> problems = check("[{'qom-type': 'buss', 'id': 'a'}" + rest + "]");
        assertThat(problems).hasSize(1);
        assertThat(DiagnosticRenderer.plain().render(problems)).hasSizeLessThan(600);
    }

    @Test
    void manyMistakesInOneLineAreToldUpToALimitAndThenCounted() {
        String json = "[" + String.join(",", Collections.nCopies(MANY, "{'qom-type': 'nothing', 'id': 'x y'}")) + "]";
        List<Diagnostic> problems = check(json);
        assertThat(problems).hasSize(1001);
        assertThat(problems.getLast().code()).isEqualTo(DiagnosticCode.TOO_MANY_PROBLEMS);
        assertThat(problems.getLast().message()).contains("more errors are not shown");
    }

    @Test
    void manyMembersOfOneNameAreToldUpToALimit() {
        String json = "{'qom-type': 'bus', " + "'id': 'b', ".repeat(MANY) + "'label': 'x'}";
        List<Diagnostic> problems = check(json);
        assertThat(problems).hasSize(1000);
        assertThat(problems.getFirst().code()).isEqualTo(DiagnosticCode.DUPLICATE_MEMBER);
    }

    @Test
    void manyLinksThatLeadNowhereAmongManyObjects() {
        String json = IntStream.range(0, MANY)
                .mapToObj(i -> "{'qom-type': 'bus', 'id': 'b" + i + "', 'upstream': 'nowhere" + i + "'}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(check(json)).hasSize(1001);
    }

    @Test
    void longChainOfLinksLoads() {
        String json = IntStream.range(0, MANY)
                .mapToObj(i -> "{'qom-type': 'bus', 'id': 'b" + i + "'"
                        + (i + 1 < MANY ? ", 'upstream': 'b" + (i + 1) + "'}" : "}"))
                .collect(Collectors.joining(",", "[", "]"));
        try (Qom qom = Workshop.open()) {
            assertThat(ConfigLoader.of(qom).text(json, "chain.json").load().objects())
                    .hasSize(MANY);
        }
    }

    @Test
    void longCircleOfLinksIsToldWithTheFirstHopsOfItsPath() {
        String json = IntStream.range(0, MANY)
                .mapToObj(i -> "{'qom-type': 'bus', 'id': 'b" + i + "', 'upstream': 'b" + (i + 1) % MANY + "'}")
                .collect(Collectors.joining(",", "[", "]"));
        hasOne(check(json), DiagnosticCode.LINK_CYCLE, "b0 → b1 → b2");
    }

    @Test
    void includesThatFanOutAreReadOnceEach() throws IOException {
        for (int i = 0; i < 30; i++) {
            String next = "\"" + (i + 1) + ".json\"";
            write(i + ".json", "{\"include\": [" + String.join(", ", Collections.nCopies(10, next)) + "]}");
        }
        write("30.json", "{\"objects\": [{\"qom-type\": \"bus\", \"id\": \"b\"}]}");
        assertThat(checkFile("0.json")).isEmpty();
    }

    @Test
    void moreFilesThanALoaderReadsAreRefused() throws IOException {
        String all = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> "\"" + i + ".json\"")
                .collect(Collectors.joining(", "));
        write("0.json", "{\"include\": [" + all + "]}");
        for (int i = 1; i <= 1000; i++) {
            write(i + ".json", "{}");
        }
        hasOne(checkFile("0.json"), DiagnosticCode.TOO_MANY_FILES, "more than 1000 files");
    }

    @Test
    void filesThatIncludeEachOtherTooDeeplyAreRefused() throws IOException {
        for (int i = 0; i < 100; i++) {
            write(i + ".json", "{\"include\": \"" + (i + 1) + ".json\"}");
        }
        write("100.json", "{}");
        hasOne(checkFile("0.json"), DiagnosticCode.TOO_MANY_FILES, "more than 100 deep");
        assertThat(checkFile("1.json")).isEmpty();
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefusedAtTheInclude() throws IOException {
        write("a.json", "{\"include\": [\"b.json\", \"c.json\"]}");
        write("b.json", "[]" + " ".repeat(600));
        write("c.json", "[]" + " ".repeat(600));
        JsonLimits limits = new JsonLimits(10, 1000, 10, 1000, 1000);
        try (Qom qom = Workshop.open()) {
            List<Diagnostic> problems = ConfigLoader.of(qom)
                    .limits(limits)
                    .file(folder.resolve("a.json"))
                    .check();
            hasOne(problems, DiagnosticCode.TOO_MUCH_TEXT, "c.json");
            assertThat(problems.getFirst().position().column()).isEqualTo(24);
        }
    }

    @Test
    void fileWithoutEndIsNotIncluded() throws IOException {
        write("a.json", "{\"include\": \"/dev/zero\"}");
        hasOne(checkFile("a.json"), DiagnosticCode.UNREADABLE_FILE, "it is no regular file");
    }

    @Test
    void fileThatIsTooLargeIsReadToTheLimitAlone() throws IOException {
        write("a.json", "[]" + " ".repeat(2000));
        try (Qom qom = Workshop.open()) {
            hasOne(
                    ConfigLoader.of(qom)
                            .limits(new JsonLimits(10, 1000, 10, 1000, 1000))
                            .file(folder.resolve("a.json"))
                            .check(),
                    DiagnosticCode.TOO_MUCH_TEXT,
                    "larger than 1000 bytes");
        }
    }
}
