// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the README counts: how many recorded answers of a kind there are, all of which the build replays.
 *
 * @param what the kind
 * @param count how many there are
 */
record ParityRow(String what, int count) {
    /** Returns the rows in the README's order. */
    static List<ParityRow> all() {
        return List.of(
                new ParityRow("greeting, negotiation, requests, malformed JSON, framing", cases("qmp")),
                new ParityRow("objects, properties, paths, types, files, `info memdev`, `info mtree`", cases("object")),
                new ParityRow("`-object` on the command line: outcome, texts, properties", cases("cli")),
                new ParityRow("offsets and order of RAM blocks, after each step", cases("ramblock")),
                new ParityRow("flat views of the address spaces of real machines", here("mtree", ParityRow::views)),
                new ParityRow(
                        "flat views of boards of other architectures (ARM, MIPS, RISC-V, SH4, SPARC), and with NVDIMMs",
                        inExec("boards", file -> views(CaseFile.read(file)))),
                new ParityRow(
                        "texts of `info mtree -D`, `-f` and `-f -d` of these machines", inExec("text", file -> 1)),
                new ParityRow(
                        "values and error texts of JSON, sizes, integers, booleans, option strings",
                        here("table", file -> file.rows().size())));
    }

    /** Returns the rows as the README shows them; a case that is not the same fails the build. */
    static String table() {
        return all().stream()
                .map(row -> "| " + row.what + " | " + row.count + " | " + row.count + " |")
                .collect(Collectors.joining("\n"));
    }

    private static int cases(String kind) {
        return here(kind, file -> file.cases().size());
    }

    private static int here(String kind, ToIntFunction<CaseFile> inFile) {
        return CaseFile.all(kind).stream().mapToInt(inFile).sum();
    }

    private static int views(CaseFile file) {
        return Json.object(file.content().get("flat_views")).size();
    }

    /** Counts what the tests of module exec replay. */
    private static int inExec(String folder, ToIntFunction<Path> inFile) {
        Path recorded = Path.of("..", "exec", "src", "test", "resources", "io", "qom4j", "exec", "mtree", folder);
        try (Stream<Path> files = Files.list(recorded)) {
            return files.mapToInt(inFile).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
