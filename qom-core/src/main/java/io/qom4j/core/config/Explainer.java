// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Suggestions;
import io.qom4j.core.config.Explanation.Giver;
import io.qom4j.core.config.Explanation.Kind;
import io.qom4j.core.error.PathException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds everybody who gives a property of a planned object its value.
 *
 * <p>Confined to one thread.
 */
final class Explainer {
    private final LoadPlan plan;
    private final TypeDefaults defaults;
    private final ConfigInputVisitor visitor;

    Explainer(LoadPlan plan, TypeDefaults defaults, Environment environment) {
        this.plan = plan;
        this.defaults = defaults;
        this.visitor = new ConfigInputVisitor(JsonDocument.of(null), environment, WarningSink.IGNORE);
    }

    Explanation explain(String path, String name) {
        ObjectPlan object = object(path);
        ObjectClass type = object.facts().objectClass();
        Property asked = type.findProperty(name);
        if (asked == null) {
            throw new PropertyException(
                    "Property '" + type.name() + "." + name + "' not found",
                    Suggestions.hint(name, object.facts().writableNames()));
        }
        Property property = ClassFacts.present(asked);
        List<Giver> givers = new ArrayList<>();
        for (DocumentOrigin each = object.origin(); each != null; each = each.overridden()) {
            given(object, property, each, Kind.OBJECT, type.name(), givers);
        }
        for (DocumentOrigin each : defaults.of(type)) {
            given(object, property, each, Kind.DEFAULTS, String.valueOf(each.defaultsOf()), givers);
        }
        for (LoadPlan.GlobalDefault each : plan.globals().reversed()) {
            if (type.isA(each.type()) && ClassFacts.present(each.property()) == property) {
                givers.add(giver(object, property, each.origin(), each.node(), Kind.GLOBALS, each.type()));
            }
        }
        if (property.defaultValue() != null) {
            JsonOutputVisitor declared = new JsonOutputVisitor();
            property.writeDefault(declared, null);
            Object value = declared.value();
            givers.add(new Giver(Kind.DECLARATION, declaring(type, property), null, PlainValue.text(value), value));
        }
        return new Explanation(object.path(), type.name(), property, givers);
    }

    private ObjectPlan object(String path) {
        ObjectPlan found = null;
        boolean isFirst = true;
        for (String step : LinkResolver.parts(path)) {
            if (isFirst && step.equals("objects") && path.startsWith("/")) {
                continue;
            }
            found = isFirst ? plan.find(step) : found == null ? null : found.child(step);
            isFirst = false;
        }
        if (found == null) {
            throw new PathException(
                    "the documents describe no object '" + path + "'", Suggestions.hint(path, plan.ids()));
        }
        return found;
    }

    private void given(
            ObjectPlan object, Property property, DocumentOrigin origin, Kind kind, String type, List<Giver> givers) {
        JsonDocument document = origin.source().document();
        if (document.kind(origin.node()) != JsonKind.OBJECT) {
            return;
        }
        for (String name : names(object.facts().objectClass(), property)) {
            int node = document.member(origin.node(), name);
            if (node >= 0) {
                givers.add(giver(object, property, origin, node, kind, type));
            }
        }
    }

    private Giver giver(ObjectPlan object, Property property, DocumentOrigin origin, int node, Kind kind, String type) {
        Source source = origin.source();
        JsonDocument document = source.document();
        String written = PlainValue.text(document.toJava(node));
        return new Giver(kind, type, source.position(node), written, value(object, property, source, node));
    }

    private @Nullable Object value(ObjectPlan object, Property property, Source source, int node) {
        for (LinkUse link : object.links()) {
            if (link.node() == node && link.source() == source && link.path() != null) {
                return link.path();
            }
        }
        ObjectSource.Reading reading = source.reading();
        InputVisitor input = reading == null ? visitor.at(source.document(), node, property) : reading.at(node);
        return PlainValue.of(property, input);
    }

    private static List<String> names(ObjectClass type, Property property) {
        List<String> names = new ArrayList<>(List.of(property.name()));
        for (Property each : type.properties()) {
            if (each instanceof RenamedProperty && ClassFacts.present(each) == property) {
                names.add(each.name());
            }
        }
        return names;
    }

    /** Returns the name of the type that declares the property, or was the last to give it another default. */
    private static String declaring(ObjectClass type, Property property) {
        ObjectClass giver = type;
        for (ObjectClass above = type.parent();
                above != null && above.findProperty(property.name()) == property;
                above = above.parent()) {
            giver = above;
        }
        return giver.name();
    }
}
