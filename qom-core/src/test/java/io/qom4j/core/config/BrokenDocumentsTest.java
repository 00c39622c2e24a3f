// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticRenderer;
import io.qom4j.core.json.SourcePosition;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The corpus of broken documents in {@code broken/}: each file is checked, and its problems are compared with the line of
 * {@code expected.txt} that names it. Files whose names begin with {@code _} are included by others.
 */
class BrokenDocumentsTest {
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(BrokenDocumentsTest.class.getResource("broken"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> expected() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<Diagnostic> check(Path file) {
        try (Qom qom = Workshop.open()) {
            return ConfigLoader.of(qom).file(file).check();
        }
    }

    private static String summary(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(each -> place(each.position()) + " " + each.code())
                .collect(Collectors.joining(", "));
    }

    private static String place(SourcePosition position) {
        Path name = Path.of(position.file()).getFileName();
        String file = name.toString().startsWith("_") ? name + ":" : "";
        return file + position.line() + ":" + position.column();
    }

    @TestFactory
    Stream<DynamicTest> eachDocumentHasTheProblemsThatAreExpected() throws IOException {
        Map<String, String> expected = expected();
        return documents().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<Diagnostic> found = check(file);
                    assertThat(summary(found))
                            .as(DiagnosticRenderer.plain().render(found))
                            .isEqualTo(expected.get(file.getFileName().toString()));
                }));
    }

    @Test
    void everyDocumentIsExpectedAndThereAreMany() throws IOException {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(documents().stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(expected().keySet());
    }

    @Test
    void sevenMistakesAreSevenProblems() {
        assertThat(check(FOLDER.resolve("seven-mistakes.json"))).hasSize(7);
    }
}
