// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.compare.Diff;
import io.qom4j.core.config.compare.Difference;
import io.qom4j.core.json.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code qom diff}: shows how one configuration differs from another. */
@Command(
        name = "diff",
        description = {
            "Show how configuration B differs from configuration A, object by object and property by property.",
            "",
            "What is compared is what would be made, not text: 4k and 4096 are the same, and so is an object in another "
                    + "place of the file."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:they are the same", "1:they differ", "2:one cannot be read, or the command line is wrong"},
        footer = {
            "",
            "Examples:",
            "  qom diff old.json new.json",
            "  qom diff vm.json unix:/run/vm/qmp.sock     what was changed since it was started"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = Source.HELP)
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = "Likewise.")
    private String right = "";

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private Release release = new Release();

    @Override
    public Integer call() {
        Terminal out = Terminal.out();
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            ConfigDocument a = new Source(left).effective(qom, environment.isUsed());
            ConfigDocument b = new Source(right).effective(qom, environment.isUsed());
            List<Difference> found = Diff.between(a, b);
            if (format.isJson()) {
                out.json(JsonDocument.of(Map.of(
                        "differences", found.stream().map(DiffCommand::toMap).toList())));
            } else {
                found.forEach(each -> out.line(paint(out, each)));
            }
            return found.isEmpty() ? 0 : 1;
        }
    }

    private static String paint(Terminal out, Difference difference) {
        return switch (difference.kind()) {
            case ADDED, SET -> out.good(difference.toString());
            case REMOVED, UNSET -> out.bad(difference.toString());
            case RETYPED, CHANGED -> difference.toString();
        };
    }

    private static Map<String, @Nullable Object> toMap(Difference difference) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        map.put("path", difference.path());
        map.put("property", difference.property());
        map.put("before", difference.before());
        map.put("after", difference.after());
        return map;
    }
}
