// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checked plan would set, as a document: overrides, defaults and globals applied, each value in its plainest form.
 *
 * <p>Confined to one thread.
 */
final class EffectiveDocument {
    private final LoadPlan plan;
    private final ConfigInputVisitor visitor;

    EffectiveDocument(LoadPlan plan, Environment environment) {
        this.plan = plan;
        this.visitor = new ConfigInputVisitor(JsonDocument.of(null), environment, WarningSink.IGNORE);
    }

    /**
     * Returns the document, its objects in the order in which they would be made.
     *
     * @param objects the objects by number
     * @param order the steps, or null for the order of the texts
     */
    ConfigDocument document(List<ObjectPlan> objects, int @Nullable [] order) {
        List<ObjectPlan> inOrder = new ArrayList<>(plan.top());
        if (order != null) {
            int[] place = new int[objects.size()];
            for (int i = 0; i < order.length; i++) {
                place[order[i] / 2] = order[i] % 2 == 0 ? i : place[order[i] / 2];
            }
            inOrder.sort(Comparator.comparingInt(each -> place[each.number()]));
        }
        return ConfigDocument.of(inOrder.stream().map(this::object).toList());
    }

    private ConfigObject object(ObjectPlan object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (LoadPlan.GlobalDefault global : plan.globals()) {
            Property property = object.facts().objectClass().isA(global.type())
                    ? object.facts().find(global.property().name())
                    : null;
            if (property != null && !object.gives(property)) {
                Property present = ClassFacts.present(property);
                values.put(present.name(), plain(present, global.origin().source(), global.node()));
            }
        }
        for (int i = 0; i < object.count(); i++) {
            Property property = ClassFacts.present(object.property(i));
            LinkUse link = object.link(i);
            String path = link == null || link.node() != object.node(i) ? null : link.path();
            values.put(
                    property.name(),
                    path != null
                            ? LinkText.shortest(path, object.parent() == null, id -> object.child(id) != null)
                            : plain(property, object.origin(i).source(), object.node(i)));
        }
        Map<String, @Nullable Object> inOrder = new LinkedHashMap<>();
        for (Property property : object.facts().objectClass().properties()) {
            String name = property.name();
            if (values.containsKey(name) && !PlainValue.isDefault(property, values.get(name))) {
                inOrder.put(name, values.get(name));
            }
        }
        return new ConfigObject(
                object.facts().objectClass().name(),
                object.id(),
                inOrder,
                object.children().stream().map(this::object).toList());
    }

    private @Nullable Object plain(Property property, Source source, int node) {
        ObjectSource.Reading reading = source.reading();
        InputVisitor input = reading == null ? visitor.at(source.document(), node, property) : reading.at(node);
        return PlainValue.of(property, input);
    }
}
