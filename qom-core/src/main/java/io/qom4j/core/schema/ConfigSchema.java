// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.schema;

import io.qom4j.core.Container;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomClass;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of the documents that a runtime with certain types loads.
 *
 * <p>Immutable; the types are read when the document is asked for.
 */
public final class ConfigSchema {
    private static final String REF = "$ref";
    private static final String OBJECT = "#/$defs/object";
    private static final String IDENTIFIER = "^[A-Za-z][A-Za-z0-9._-]*$";

    private final TypeRegistry types;
    private final boolean withEnvironment;

    private ConfigSchema(TypeRegistry types, boolean withEnvironment) {
        this.types = types;
        this.withEnvironment = withEnvironment;
    }

    /** Returns the schema for the types of a registry. */
    public static ConfigSchema of(TypeRegistry types) {
        return new ConfigSchema(Objects.requireNonNull(types, "types"), false);
    }

    /** Returns a schema like this one that allows values from the environment, <code>{"$env": "NAME"}</code>. */
    public ConfigSchema withEnvironment() {
        return new ConfigSchema(types, true);
    }

    /** Returns the schema. */
    public JsonDocument document() {
        Map<String, @Nullable Object> definitions = new LinkedHashMap<>();
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "QOM configuration");
        schema.put("description", "Objects to be made, each of a type, with an id and properties.");
        schema.put("if", Members.of("type", "array"));
        schema.put("then", objects("#/$defs/complete"));
        schema.put("else", single());
        schema.put("$defs", definitions);
        define(definitions);
        return JsonDocument.of(schema);
    }

    /** One object alone, or the frame of a document. */
    private static Map<String, @Nullable Object> single() {
        Map<String, @Nullable Object> single = new LinkedHashMap<>();
        single.put("type", "object");
        single.put(
                "if",
                Members.of(
                        "not",
                        Members.of("required", List.of("objects")),
                        "anyOf",
                        List.of(Members.of("required", List.of("qom-type")), Members.of("required", List.of("id")))));
        single.put("then", Members.of("allOf", List.of(top(), Members.of(REF, "#/$defs/complete"))));
        single.put("else", Members.of(REF, "#/$defs/document"));
        return single;
    }

    private static Map<String, @Nullable Object> top() {
        return Members.of(REF, "#/$defs/top");
    }

    private static Map<String, @Nullable Object> objects(@Nullable String rule) {
        Map<String, @Nullable Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", rule == null ? top() : Members.of("allOf", List.of(top(), Members.of(REF, rule))));
        return array;
    }

    private void define(Map<String, @Nullable Object> definitions) {
        ValueSchema values = new ValueSchema(withEnvironment);
        List<ObjectClass> all = new ArrayList<>();
        for (QomClass each : types.list(null, true)) {
            if (each instanceof ObjectClass objectClass) {
                all.add(objectClass);
            }
        }
        List<ObjectClass> creatable = all.stream()
                .filter(each -> !each.isAbstract() && each.isA(UserCreatable.TYPE_NAME))
                .toList();
        definitions.put("document", frame(creatable, values));
        definitions.put("top", atTheTop());
        definitions.put("object", object(creatable));
        List<Map<String, @Nullable Object>> rules = new ArrayList<>();
        for (ObjectClass each : creatable) {
            for (Property property : new TypeSchema(each, values).required()) {
                String name = ruleName(each, property);
                definitions.put(name, new TypeSchema(each, values).rule(property, name));
                rules.add(Members.of(REF, "#/$defs/" + name));
            }
        }
        definitions.put("complete", rules.isEmpty() ? Members.of() : Members.of("allOf", rules));
        section(definitions, "defaults", all, values, true);
        section(definitions, "globals", all, values, false);
        if (withEnvironment) {
            definitions.put("environment", environment());
        }
        creatable.forEach(each -> definitions.put("objects-of-" + each.name(), new TypeSchema(each, values).objects()));
        all.forEach(each -> new TypeSchema(each, values).define(definitions));
    }

    private static String ruleName(ObjectClass type, Property property) {
        return "needs-" + type.name() + "." + property.name();
    }

    private static Map<String, @Nullable Object> frame(List<ObjectClass> creatable, ValueSchema values) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("$schema", described("string", "The schema by which an editor checks this file."));
        members.put(
                "include",
                Members.of(
                        "description",
                        "Files that come before this one, which may override them; relative to its folder.",
                        "anyOf",
                        List.of(
                                Members.of("type", "string"),
                                Members.of("type", "array", "items", Members.of("type", "string")))));
        members.put("defaults", Members.of(REF, "#/$defs/defaults"));
        members.put("globals", Members.of(REF, "#/$defs/globals"));
        members.put("objects", objects(null));
        Map<String, @Nullable Object> frame =
                described("object", "A document: objects, and what holds for all of them.");
        frame.put("properties", members);
        frame.put("additionalProperties", false);
        List<Map<String, @Nullable Object>> rules = new ArrayList<>();
        for (ObjectClass each : creatable) {
            TypeSchema type = new TypeSchema(each, values);
            for (Property property : type.required()) {
                Map<String, @Nullable Object> given = Members.of(
                        "anyOf", List.of(Members.of("required", List.of("include")), type.isGivenByDefault(property)));
                Map<String, @Nullable Object> rule = new LinkedHashMap<>();
                rule.put("if", Members.of("not", given));
                rule.put(
                        "then",
                        Members.of(
                                "properties",
                                Members.of(
                                        "objects",
                                        Members.of("items", Members.of(REF, "#/$defs/" + ruleName(each, property))))));
                rules.add(rule);
            }
        }
        if (!rules.isEmpty()) {
            frame.put("allOf", rules);
        }
        return frame;
    }

    /** An object under {@code /objects}, which has names of its own. */
    private Map<String, @Nullable Object> atTheTop() {
        List<String> taken = types.get(Container.TYPE_NAME).properties().stream()
                .map(Property::name)
                .toList();
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(REF, OBJECT);
        if (!taken.isEmpty()) {
            schema.put("properties", Members.of("id", Members.of("not", Members.of("enum", taken))));
        }
        return schema;
    }

    private static Map<String, @Nullable Object> object(List<ObjectClass> creatable) {
        Map<String, @Nullable Object> type = described("string", "What the object is.");
        type.put("enum", creatable.stream().map(ObjectClass::name).toList());
        type.put(
                "enumDescriptions",
                creatable.stream()
                        .map(each -> Objects.requireNonNullElse(each.type().description(), ""))
                        .toList());
        Map<String, @Nullable Object> id = described("string", "The name by which links and commands refer to it.");
        id.put("pattern", IDENTIFIER);
        id.put("patternErrorMessage", "Expected letters, digits, '-', '.', '_', starting with a letter.");
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("qom-type", type);
        members.put("id", id);
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", members);
        schema.put("required", List.of("qom-type", "id"));
        schema.put(
                "allOf",
                creatable.stream()
                        .map(each -> {
                            Map<String, @Nullable Object> choice = new LinkedHashMap<>();
                            choice.put("if", new TypeSchema(each, new ValueSchema(false)).isOfType());
                            choice.put("then", Members.of(REF, "#/$defs/objects-of-" + each.name()));
                            return choice;
                        })
                        .toList());
        return schema;
    }

    private static void section(
            Map<String, @Nullable Object> definitions,
            String name,
            List<ObjectClass> all,
            ValueSchema values,
            boolean isDefaults) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (ObjectClass each : all) {
            members.put(each.name(), new TypeSchema(each, values).values(isDefaults));
        }
        Map<String, @Nullable Object> schema = described(
                "object",
                isDefaults
                        ? "Values for the objects of this document, by type: {\"type\": {\"property\": value}}."
                        : "Defaults for all objects that are made from now on, by type: {\"type\": {\"property\": value}}.");
        schema.put("properties", members);
        schema.put("additionalProperties", false);
        definitions.put(name, schema);
    }

    private static Map<String, @Nullable Object> environment() {
        Map<String, @Nullable Object> schema = described("object", "The value of a variable of the environment.");
        schema.put("properties", Members.of("$env", Members.of("type", "string")));
        schema.put("required", List.of("$env"));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, @Nullable Object> described(String type, String description) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("description", description);
        schema.put("type", type);
        return schema;
    }
}
