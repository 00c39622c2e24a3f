// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values that documents give for whole types: {@code defaults} for their own objects, {@code globals} for the runtime's.
 *
 * <p>Both have the form <code>{"type": {"property": value}}</code>. An object gets the defaults of its own type and its
 * ancestors; the nearest type wins, then the later file. Confined to one thread.
 */
final class TypeDefaults {
    private final TypeRegistry types;
    private final LoadPlan plan;
    private final Problems problems;
    private final ValueCheck values;
    private final Map<String, List<DocumentOrigin>> defaults = new HashMap<>();

    TypeDefaults(TypeRegistry types, LoadPlan plan, Problems problems, ValueCheck values) {
        this.types = types;
        this.plan = plan;
        this.problems = problems;
        this.values = values;
    }

    void defaults(Source source, int section) {
        for (int each : typesIn(source, section, "defaults")) {
            ObjectClass objectClass = type(source, each);
            if (objectClass != null) {
                String name = objectClass.name();
                for (int value : membersOf(source, each)) {
                    property(source, value, objectClass);
                }
                if (source.document().kind(each) == JsonKind.OBJECT) {
                    defaults.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(DocumentOrigin.ofDefaults(source, each, name));
                }
            }
        }
    }

    void globals(Source source, int section) {
        for (int each : typesIn(source, section, "globals")) {
            ObjectClass objectClass = type(source, each);
            if (objectClass != null) {
                DocumentOrigin origin = DocumentOrigin.ofDefaults(source, each, objectClass.name());
                for (int value : membersOf(source, each)) {
                    Property property = property(source, value, objectClass);
                    if (property != null && ClassFacts.isLink(property)) {
                        problems.at(
                                source,
                                value,
                                Diagnostic.of(
                                                DiagnosticCode.LINK_IN_GLOBALS,
                                                "Property '" + objectClass.name() + "." + property.name()
                                                        + "' is a link, which cannot be a global default")
                                        .hint("give it under \"defaults\", or with each object"));
                    } else if (property != null) {
                        plan.globals().add(new LoadPlan.GlobalDefault(objectClass.name(), property, value, origin));
                    }
                }
            }
        }
    }

    boolean isEmpty() {
        return defaults.isEmpty();
    }

    /** Gives an object the defaults of its type, where nothing else was given. */
    void apply(ObjectPlan object) {
        if (isEmpty()) {
            return;
        }
        of(object.facts().objectClass()).forEach(origin -> apply(object, origin));
    }

    /** Returns the defaults for objects of a type, the strongest first: of the nearest type, then of the later file. */
    List<DocumentOrigin> of(ObjectClass type) {
        List<DocumentOrigin> all = new ArrayList<>();
        for (ObjectClass each = type; each != null; each = each.parent()) {
            all.addAll(defaults.getOrDefault(each.name(), List.of()).reversed());
        }
        return all;
    }

    private static void apply(ObjectPlan object, DocumentOrigin origin) {
        JsonDocument document = origin.source().document();
        for (int value : children(document, origin.node())) {
            Property property = object.facts().find(Objects.requireNonNull(document.name(value)));
            if (property != null && property.isWritable() && !object.gives(property)) {
                object.put(property, value, origin);
            }
        }
    }

    private List<Integer> typesIn(Source source, int section, String name) {
        if (source.document().kind(section) != JsonKind.OBJECT) {
            problems.at(source, section, Shapes.expected(name, "object", "{\"type\": {\"property\": value}}"));
            return List.of();
        }
        return children(source.document(), section);
    }

    private List<Integer> membersOf(Source source, int node) {
        if (source.document().kind(node) != JsonKind.OBJECT) {
            String name = Objects.requireNonNull(source.document().name(node));
            problems.at(source, node, Shapes.expected(name, "object", "{\"property\": value}"));
            return List.of();
        }
        return children(source.document(), node);
    }

    private static List<Integer> children(JsonDocument document, int container) {
        List<Integer> nodes = new ArrayList<>(document.childCount(container));
        for (int each = document.firstChild(container); each < document.end(container); each = document.end(each)) {
            nodes.add(each);
        }
        return nodes;
    }

    private @Nullable ObjectClass type(Source source, int node) {
        String name = Objects.requireNonNull(source.document().name(node));
        ObjectClass found = types.contains(name) ? types.find(name) : null;
        if (found == null) {
            List<String> legal = types.list(null, true).stream()
                    .filter(ObjectClass.class::isInstance)
                    .map(each -> each.name())
                    .toList();
            problems.atName(
                    source,
                    node,
                    Diagnostic.of(DiagnosticCode.UNKNOWN_TYPE, "there is no type of objects called '" + name + "'")
                            .nearest(problems.nearest(name, legal)));
        }
        return found;
    }

    private @Nullable Property property(Source source, int node, ObjectClass objectClass) {
        String name = Objects.requireNonNull(source.document().name(node));
        Property property = objectClass.findProperty(name);
        if (property != null && property.isWritable()) {
            return values.check(property, source, node) ? property : null;
        }
        if (property != null) {
            problems.atName(
                    source,
                    node,
                    Diagnostic.of(
                            DiagnosticCode.READ_ONLY_PROPERTY,
                            "Property '" + objectClass.name() + "." + name + "' is not writable"));
            return null;
        }
        List<String> legal = objectClass.properties().stream()
                .filter(each -> each.isWritable() && !(each instanceof RenamedProperty))
                .map(Property::name)
                .toList();
        problems.atName(
                source,
                node,
                Diagnostic.of(
                                DiagnosticCode.UNKNOWN_PROPERTY,
                                "Property '" + objectClass.name() + "." + name + "' not found")
                        .nearest(problems.nearest(name, legal)));
        return null;
    }
}
