// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigObject;
import io.qom4j.core.json.JsonDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qom tree}: draws the objects of a configuration, and what each owns. */
@Command(
        name = "tree",
        description = {
            "Draw the objects of a configuration, and what each owns.",
            "",
            "Files are checked, but nothing is made; qom run makes objects and shows what they make in turn."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  qom tree vm.json", "  qom tree -p unix:/run/vm/qmp.sock"})
final class TreeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SOURCE", description = Source.HELP)
    private String source = "";

    @Option(
            names = {"-p", "--properties"},
            description = "Show the properties that are not as they are by default.")
    private boolean withProperties;

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
            ConfigDocument document = new Source(source).effective(qom, environment.isUsed());
            if (format.isJson()) {
                Map<String, @Nullable Object> root = new LinkedHashMap<>();
                root.put("path", "/objects");
                root.put("children", nodes("/objects", document.objects()));
                out.json(JsonDocument.of(root));
            } else {
                out.line("/objects");
                draw(out, qom, document.objects(), "");
            }
        }
        return 0;
    }

    private void draw(Terminal out, Qom qom, List<ConfigObject> objects, String indent) {
        for (int i = 0; i < objects.size(); i++) {
            ConfigObject object = objects.get(i);
            boolean isLast = i == objects.size() - 1;
            out.line(out.faint(indent + Lines.branch(isLast)) + object.id() + " "
                    + out.faint("(" + object.type() + ")"));
            String below = indent + Lines.below(isLast);
            if (withProperties) {
                String bar = object.children().isEmpty() ? "   " : "│  ";
                TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
                object.properties()
                        .forEach((name, value) -> table.row(name, ValueText.of(qom, object.type(), name, value)));
                table.lines().forEach(line -> out.line(out.faint(below + bar) + line));
            }
            draw(out, qom, object.children(), below);
        }
    }

    private static List<Map<String, @Nullable Object>> nodes(String parent, List<ConfigObject> objects) {
        List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
        for (ConfigObject each : objects) {
            String path = parent + "/" + each.id();
            nodes.add(node(path, each.type(), each.properties(), nodes(path, each.children())));
        }
        return nodes;
    }

    /** Returns an object as programs are told of it, be it described or made. */
    static Map<String, @Nullable Object> node(
            String path,
            String type,
            Map<String, @Nullable Object> properties,
            List<Map<String, @Nullable Object>> children) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("path", path);
        node.put("type", type);
        node.put("properties", properties);
        node.put("children", children);
        return node;
    }
}
