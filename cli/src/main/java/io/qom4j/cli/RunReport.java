// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.Property;
import io.qom4j.monitor.Monitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code qom run} has made, for programs: the objects with the values of their properties, and the RAM blocks.
 *
 * <p>All methods are pure.
 */
final class RunReport {
    private RunReport() {}

    /**
     * Returns the report.
     *
     * @param places where it is served, as {@link io.qom4j.cli.system.ServedRuntime#places} tells it
     */
    static JsonDocument of(Monitor monitor, List<String> places) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("objects", below(monitor.qom().root()));
        report.put("ram-blocks", monitor.execute("x-query-ramblocks", Map.of()).toJava(JsonDocument.ROOT));
        report.put("qmp", places);
        return JsonDocument.of(report);
    }

    private static List<Map<String, @Nullable Object>> below(QomObject parent) {
        return parent.children().stream().map(RunReport::node).toList();
    }

    private static Map<String, @Nullable Object> node(QomObject object) {
        return TreeCommand.node(
                Objects.requireNonNull(object.canonicalPath()), object.typeName(), values(object), below(object));
    }

    private static Map<String, @Nullable Object> values(QomObject object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Property property : TreePrinter.shown(object)) {
            try {
                JsonOutputVisitor value = new JsonOutputVisitor();
                property.get(object, value, null);
                values.put(property.name(), value.value());
            } catch (QomException refused) {
                // It has no value now, and is left out, as in what qom-list-get tells.
            }
        }
        return values;
    }
}
