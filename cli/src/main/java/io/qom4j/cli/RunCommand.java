// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.property.Origins;
import io.qom4j.core.text.Warning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qom run}: makes the objects of some files, and shows what there is then. */
@Command(
        name = "run",
        description = "Make the objects that FILEs describe, and show what there is then.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A FILE holds {\"objects\": [...]}, an array, or one object; - is standard input.",
            "Sizes are numbers, or strings with a suffix such as \"16M\".",
            "If anything is wrong, nothing is made: no object, no file, not a byte of one."
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A JSON file, or - for standard input.")
    private List<String> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Terminal out = Terminal.out();
        Terminal err = Terminal.err();
        try (Qom qom = Qom.builder()
                .discoverModules()
                .warnings(warning -> warn(err, warning))
                .build()) {
            for (String file : files) {
                JsonDocument document = file.equals("-")
                        ? JsonReader.lenient().read(System.in, "-")
                        : JsonReader.lenient().read(Path.of(file));
                int list = document.member(JsonDocument.ROOT, "objects");
                for (int i = 0; i < document.childCount(list); i++) {
                    int node = document.element(list, i);
                    try {
                        qom.objects()
                                .add(
                                        () -> JsonInputVisitor.config(document, node, warning -> warn(err, warning)),
                                        Origins.API);
                    } catch (QomException e) {
                        throw new QomException(document.position(node) + ": " + e.getMessage());
                    }
                }
            }
            show(out, qom);
        }
        return 0;
    }

    private static void warn(Terminal err, Warning warning) {
        String text = warning.message();
        err.line(
                text.regionMatches(true, 0, "warning: ", 0, "warning: ".length())
                        ? "qom: " + text
                        : "qom: warning: " + text);
        warning.hints().forEach(hint -> err.line("     " + hint));
    }

    private static void show(Terminal out, Qom qom) {
        out.heading("Objects");
        new TreePrinter(out).printChildren(qom.root(), "  ");
        out.line("");
        out.heading("RAM blocks");
        MemoryPrinter memory = new MemoryPrinter(out, qom);
        memory.printBlocks();
        out.line("");
        out.heading("Persistence");
        memory.printPersistence();
    }
}
