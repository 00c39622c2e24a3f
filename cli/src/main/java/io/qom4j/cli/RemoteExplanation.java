// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.remote.RemoteProperty;
import io.qom4j.core.Qom;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.property.Origins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a property of a running server's object has its value, in the form that {@code qom explain} has for files.
 *
 * <p>A server knows who gave the value last, and the declared default, but not who was overridden.
 *
 * @param property what the server tells
 */
record RemoteExplanation(RemoteProperty property) {
    /** Somebody who gives a value; {@code kind} is {@code set}, {@code unset} or {@code declaration}. */
    private record Giver(
            String kind,
            String place,
            String words,
            @Nullable Object value) {}

    private List<Giver> givers() {
        List<Giver> givers = new ArrayList<>();
        if (property.origin().equals(Origins.UNSET.describe())) {
            givers.add(new Giver("unset", "nobody", "born with it", property.value()));
        } else if (!property.isByDefault()) {
            givers.add(new Giver("set", property.origin(), "gave it last", property.value()));
        }
        if (property.isByDefault()) {
            givers.add(new Giver("declaration", property.declaredBy(), "declared default", property.value()));
        } else if (property.hasDefault()) {
            givers.add(new Giver("declaration", property.declaredBy(), "declared default", property.defaultValue()));
        }
        return givers;
    }

    /** Prints it for people. */
    void print(Terminal out, Qom qom) {
        String value = ValueText.of(qom, property.type(), property.name(), property.value());
        out.line(out.strong(property.path() + "." + property.name()) + " = " + out.strong(value));
        out.line("");
        TextTable table =
                new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT);
        for (Giver each : givers()) {
            String mark = table.lines().isEmpty() ? "→" : "";
            table.row(mark, each.place(), each.words(), PlainValue.text(each.value()));
        }
        List<String> lines = table.lines();
        for (int i = 0; i < lines.size(); i++) {
            out.line("  " + (i == 0 ? lines.get(i) : out.faint(lines.get(i))));
        }
        out.line("");
        out.line("  " + property.describe());
    }

    /** Returns it for programs. */
    JsonDocument json() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("path", property.path());
        map.put("type", property.type());
        map.put("property", property.name());
        map.put("value", property.value());
        map.put("givers", givers().stream().map(RemoteExplanation::toMap).toList());
        return JsonDocument.of(map);
    }

    private static Map<String, @Nullable Object> toMap(Giver giver) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", giver.kind());
        map.put("origin", giver.place());
        map.put("value", giver.value());
        return map;
    }
}
