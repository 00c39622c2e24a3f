// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigException;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Loads what docs/diagnostics.md says is wrong, and what it says is right. */
class DiagnosticsPageTest {

    private static final String PAGE = "docs/diagnostics.md";
    private static final String HEADING = "### ";

    /** The part of the page that is about one code. */
    private record Entry(String heading, List<Block> blocks) {

        String code() {
            return heading.substring(0, heading.indexOf(':'));
        }

        Block block(String name) {
            return blocks.stream()
                    .filter(each -> each.name().split(" ", -1)[0].equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(heading + ": there is no block called " + name));
        }

        boolean isJava() {
            return blocks.getFirst().language().equals("java");
        }
    }

    @TempDir
    Path folder;

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = Checkout.lines(Checkout.root().resolve(PAGE));
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(HEADING)) {
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).startsWith("##")) {
                    end++;
                }
                entries.add(new Entry(
                        lines.get(at).substring(HEADING.length()), Block.of(PAGE, lines.subList(at + 1, end))));
            }
        }
        return entries;
    }

    @Test
    void eachCodeHasAnEntryInOrderUnderItsTitle() {
        assertThat(entries().stream().map(Entry::heading))
                .containsExactlyElementsOf(Arrays.stream(DiagnosticCode.values())
                        .map(each -> each.id() + ": " + each.title())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> eachEntryIsTrue() {
        return entries().stream().map(entry -> DynamicTest.dynamicTest(entry.heading(), () -> test(entry)));
    }

    private void test(Entry entry) throws IOException {
        if (entry.isJava()) {
            // PagesTest runs the block; here counts that it shows the code, and a repair.
            assertThat(entry.blocks().get(1).lines()).containsExactly(entry.code(), "[]");
            return;
        }
        List<Diagnostic> wrong = load(entry, entry.block("wrong"));
        assertThat(wrong)
                .as(DiagnosticRenderer.plain().render(wrong))
                .isNotEmpty()
                .allMatch(problem -> problem.code().id().equals(entry.code()));
        assertThat(load(entry, entry.block("right"))).isEmpty();
    }

    private List<Diagnostic> load(Entry entry, Block document) throws IOException {
        Path here = Files.createTempDirectory(folder, "entry");
        for (Block each : entry.blocks()) {
            String name = each.name().split(" ", -1)[0];
            Files.writeString(here.resolve(name.contains(".") ? name : name + ".json"), each.text());
        }
        try (Qom qom = Qom.builder().discoverModules().module(Alarm.MODULE).build()) {
            if (Files.exists(here.resolve("before.json"))) {
                qom.load(here.resolve("before.json"));
            }
            String name = document.name().split(" ", -1)[0];
            ConfigLoader loader = ConfigLoader.of(qom).file(here.resolve(name + ".json"));
            if (document.name().contains("--env")) {
                loader.environment(Map.of("VM_MEMORY", "1M")::get);
            }
            try {
                return loader.load().warnings();
            } catch (ConfigException e) {
                return e.diagnostics();
            }
        }
    }
}
