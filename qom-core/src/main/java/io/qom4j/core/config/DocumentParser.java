// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON into a document of Java values, without knowing any types.
 *
 * <p>Confined to one call.
 */
final class DocumentParser {
    private final Problems problems = new Problems();
    private final Source source;
    private final JsonDocument json;

    DocumentParser(Source source) {
        this.source = source;
        this.json = source.document();
    }

    ConfigDocument parse() {
        int root = JsonDocument.ROOT;
        ConfigDocument document;
        if (json.kind(root) == JsonKind.ARRAY) {
            document = ConfigDocument.of(objects(root));
        } else if (DocumentCheck.isSingleObject(json)) {
            document = ConfigDocument.of(objectsOf(List.of(root)));
        } else {
            expect(root, JsonKind.OBJECT, "an object");
            document = problems.hasErrors() ? ConfigDocument.of(List.of()) : frame(root);
        }
        if (problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
        return document;
    }

    private ConfigDocument frame(int root) {
        for (int each : children(root)) {
            String name = Objects.requireNonNull(json.name(each));
            if (!DocumentCheck.SECTIONS.contains(name)) {
                problems.atName(source, each, DocumentCheck.unknownSection(name, problems));
            }
        }
        int schema = json.member(root, DocumentCheck.SCHEMA);
        int objects = json.member(root, DocumentCheck.OBJECTS);
        return new ConfigDocument(
                schema < 0 ? null : string(schema),
                includes(json.member(root, DocumentCheck.INCLUDE)),
                values(json.member(root, DocumentCheck.DEFAULTS)),
                values(json.member(root, DocumentCheck.GLOBALS)),
                objects < 0 || !expect(objects, JsonKind.ARRAY, "an array") ? List.of() : objects(objects));
    }

    private List<String> includes(int node) {
        if (node < 0) {
            return List.of();
        }
        List<Integer> nodes = json.kind(node) == JsonKind.ARRAY ? children(node) : List.of(node);
        return nodes.stream().map(this::string).toList();
    }

    private Map<String, Map<String, @Nullable Object>> values(int section) {
        Map<String, Map<String, @Nullable Object>> all = new LinkedHashMap<>();
        if (section >= 0 && expect(section, JsonKind.OBJECT, "an object")) {
            for (int type : children(section)) {
                if (expect(type, JsonKind.OBJECT, "an object")) {
                    all.put(Objects.requireNonNull(json.name(type)), members(type));
                }
            }
        }
        return all;
    }

    private Map<String, @Nullable Object> members(int object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int each : children(object)) {
            members.put(Objects.requireNonNull(json.name(each)), json.toJava(each));
        }
        return members;
    }

    private List<ConfigObject> objects(int array) {
        return objectsOf(children(array));
    }

    private List<ConfigObject> objectsOf(List<Integer> nodes) {
        List<ConfigObject> objects = new ArrayList<>(nodes.size());
        for (int node : nodes) {
            if (expect(node, JsonKind.OBJECT, "an object")) {
                objects.add(object(node));
            }
        }
        return objects;
    }

    private ConfigObject object(int node) {
        Map<String, @Nullable Object> members = members(node);
        members.remove(ObjectCheck.TYPE);
        members.remove(ObjectCheck.ID);
        int children = json.member(node, ObjectCheck.CHILDREN);
        // A type may have a property of this name; only a list of objects with types is a list of children.
        boolean hasChildren = children >= 0
                && json.kind(children) == JsonKind.ARRAY
                && children(children).stream()
                        .allMatch(
                                each -> json.kind(each) == JsonKind.OBJECT && json.member(each, ObjectCheck.TYPE) >= 0);
        if (hasChildren) {
            members.remove(ObjectCheck.CHILDREN);
        }
        return new ConfigObject(
                required(node, ObjectCheck.TYPE, DiagnosticCode.MISSING_TYPE),
                required(node, ObjectCheck.ID, DiagnosticCode.MISSING_ID),
                members,
                hasChildren ? objects(children) : List.of());
    }

    private String required(int object, String name, DiagnosticCode missing) {
        int member = json.member(object, name);
        if (member >= 0) {
            return string(member);
        }
        problems.at(source, object, Diagnostic.of(missing, "Parameter '" + name + "' is missing"));
        return "";
    }

    private String string(int node) {
        return expect(node, JsonKind.STRING, "a string") ? json.string(node) : "";
    }

    private boolean expect(int node, JsonKind kind, String words) {
        if (json.kind(node) == kind) {
            return true;
        }
        problems.at(
                source,
                node,
                Diagnostic.of(
                        DiagnosticCode.WRONG_SHAPE,
                        "expected " + words + ", found " + Shapes.describe(json.kind(node))));
        return false;
    }

    private List<Integer> children(int container) {
        List<Integer> nodes = new ArrayList<>(json.childCount(container));
        for (int each = json.firstChild(container); each < json.end(container); each = json.end(each)) {
            nodes.add(each);
        }
        return nodes;
    }
}
