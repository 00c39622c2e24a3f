// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Runs the blocks of the README and of each page in docs/. */
class PagesTest {

    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicTest> eachBlockOfAPageDoesWhatThePageSays() {
        Path root = Checkout.root();
        return Stream.concat(Stream.of(root.resolve("README.md")), Checkout.files(root.resolve("docs"), ".md").stream())
                .map(root::relativize)
                .map(Path::toString)
                .map(page -> DynamicTest.dynamicTest(
                        page, () -> runAll(Block.of(page, Checkout.lines(root.resolve(page))))));
    }

    private void runAll(List<Block> blocks) throws IOException {
        if (blocks.isEmpty()) {
            return;
        }
        ShellSession shell = new ShellSession(Files.createTempDirectory(scratch, "page"));
        try (JavaSession java = new JavaSession();
                QmpSessionOfPage qmp = new QmpSessionOfPage()) {
            for (int at = 0; at < blocks.size(); at++) {
                Block block = blocks.get(at);
                switch (block.language()) {
                    case "java" -> {
                        boolean shown = at + 1 < blocks.size()
                                && blocks.get(at + 1).language().equals("text");
                        String expected = shown ? blocks.get(at + 1).text() : "";
                        assertThat(java.run(block)).as(block.place()).isEqualTo(expected);
                    }
                    case "shell" ->
                        assertThat(String.join("\n", shell.run(block)))
                                .as(block.place())
                                .matches(patternOf(block));
                    case "json" -> {
                        parse(block);
                        shell.write(block);
                    }
                    case "jsonc" -> check(block, shell.write(block));
                    case "qmp" -> qmp.run(block);
                    case "text", "xml", "mermaid" -> {}
                    default ->
                        fail(block.place() + ": nobody knows how to run \"" + block.language()
                                + "\"; use java, shell, json, jsonc, qmp, or text");
                }
            }
        }
    }

    /** Checks a configuration document, unless the page says that it is wrong. */
    private static void check(Block block, @Nullable Path file) {
        if (file != null && !block.name().endsWith(" wrong")) {
            try (Qom qom = Qom.create()) {
                List<Diagnostic> problems = ConfigLoader.of(qom)
                        .environment(name -> "1M")
                        .file(file)
                        .check();
                assertThat(problems).as(block.place()).isEmpty();
            }
        }
    }

    private static Pattern patternOf(Block block) {
        return Pattern.compile(block.lines().stream()
                .map(line -> line.equals("...") ? "(?:.*\n)*?.*" : Pattern.quote(line))
                .collect(Collectors.joining("\n")));
    }

    private static void parse(Block block) {
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), block.text())) {
            assertThat(parser.nextToken()).as(block.place() + ": empty").isNotNull();
            parser.skipChildren();
            assertThat(parser.nextToken())
                    .as(block.place() + ": more than one value")
                    .isNull();
        }
    }
}
