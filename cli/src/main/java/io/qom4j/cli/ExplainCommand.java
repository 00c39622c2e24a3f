// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.remote.QmpAddress;
import io.qom4j.cli.remote.RemoteProperty;
import io.qom4j.core.Qom;
import io.qom4j.core.config.Explanation;
import io.qom4j.core.config.Explanation.Giver;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.SourcePosition;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qom explain}: shows who gives a property its value. */
@Command(
        name = "explain",
        description = {
            "Show why a property of an object has the value that it would have: everybody who gives it one, the one that "
                    + "counts first. Nothing is made.",
            "",
            "Of a running server: who gave the value last, and the declared default."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  qom explain m0.size base.json site.json",
            "  qom explain m0.size unix:/run/vm/qmp.sock"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final String SOURCE_HELP =
            Documents.FILE_HELP + " Or, alone, a running QMP server: unix:PATH or tcp:HOST:PORT.";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH.PROPERTY", description = "For example m0.size or /objects/m0.size.")
    private String what = "";

    @Parameters(index = "1..*", paramLabel = "FILE", description = SOURCE_HELP)
    private final List<String> files = new ArrayList<>();

    @Mixin
    private Documents documents = new Documents();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private Release release = new Release();

    @Override
    public Integer call() {
        int dot = what.lastIndexOf('.');
        if (dot <= 0 || dot == what.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "Say which property of which object: PATH.PROPERTY, for example m0.size");
        }
        if (files.isEmpty() && documents.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Say where the object is described: a FILE, or an -object");
        }
        boolean isServer = files.stream().anyMatch(QmpAddress::isAddress);
        if (isServer && (files.size() > 1 || !documents.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "A running server is asked alone, without files and -object");
        }
        Terminal out = Terminal.out();
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            String path = what.substring(0, dot);
            String name = what.substring(dot + 1);
            if (isServer) {
                show(out, qom, new RemoteExplanation(RemoteProperty.of(files.getFirst(), path, name)));
            } else {
                show(out, documents.into(qom, files).explain(path, name));
            }
        }
        return 0;
    }

    private void show(Terminal out, Qom qom, RemoteExplanation why) {
        if (format.isJson()) {
            out.json(why.json());
        } else {
            why.print(out, qom);
        }
    }

    private void show(Terminal out, Explanation why) {
        if (format.isJson()) {
            out.json(json(why));
        } else {
            print(out, why);
        }
    }

    private static void print(Terminal out, Explanation why) {
        Property property = why.property();
        List<Giver> givers = why.givers();
        String value = givers.isEmpty() ? "-" : ValueText.of(property, why.value());
        out.line(out.strong(why.path() + "." + property.name()) + " = " + out.strong(value));
        out.line("");
        TextTable table =
                new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT);
        for (Giver each : givers) {
            table.row(each == givers.getFirst() ? "→" : "", place(each), kind(each), each.written());
        }
        if (givers.isEmpty()) {
            table.row("", "nobody gives it a value, and no default is declared", "", "");
        }
        List<String> lines = table.lines();
        for (int i = 0; i < lines.size(); i++) {
            out.line("  " + (i == 0 ? lines.get(i) : out.faint(lines.get(i))));
        }
        out.line("");
        out.line("  " + property.type().describe() + "; settable "
                + property.settable().describe() + "; declared by " + property.declaredBy());
    }

    private static String place(Giver giver) {
        SourcePosition position = giver.position();
        return position == null ? giver.type() : position.toString();
    }

    private static String kind(Giver giver) {
        return switch (giver.kind()) {
            case OBJECT -> "the object";
            case DEFAULTS -> "defaults of " + giver.type();
            case GLOBALS -> "globals of " + giver.type();
            case DECLARATION -> "declared default";
        };
    }

    private static JsonDocument json(Explanation why) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("path", why.path());
        map.put("type", why.type());
        map.put("property", why.property().name());
        map.put("value", why.value());
        map.put("givers", why.givers().stream().map(ExplainCommand::giver).toList());
        return JsonDocument.of(map);
    }

    private static Map<String, @Nullable Object> giver(Giver giver) {
        SourcePosition position = giver.position();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", giver.kind().name().toLowerCase(Locale.ROOT));
        map.put("type", giver.type());
        map.put("file", position == null ? null : position.file());
        map.put("line", position == null || !position.isKnown() ? null : (long) position.line());
        map.put("column", position == null || !position.isKnown() ? null : (long) position.column());
        map.put("written", giver.written());
        map.put("value", giver.value());
        return map;
    }
}
