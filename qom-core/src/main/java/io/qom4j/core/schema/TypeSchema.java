// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.schema;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.property.Settable;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of one type: its objects, its values in {@code defaults} and {@code globals}, and what its objects must be given.
 *
 * <p>Immutable.
 */
final class TypeSchema {
    private static final String REF = "$ref";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private final ObjectClass type;
    private final ValueSchema values;

    TypeSchema(ObjectClass type, ValueSchema values) {
        this.type = type;
        this.values = values;
    }

    private List<Property> settable() {
        return type.properties().stream().filter(Property::isWritable).toList();
    }

    /** Puts the schema of each property that the type itself declares, or gives another default, under its own name. */
    void define(Map<String, @Nullable Object> definitions) {
        for (Property property : settable()) {
            definitions.putIfAbsent(key(property), describe(property));
        }
    }

    /** Returns the schema of objects: the frame's members and the properties. */
    Map<String, @Nullable Object> objects() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("qom-type", true);
        members.put("id", true);
        for (Property property : settable()) {
            members.put(property.name(), Members.of(REF, reference(property)));
        }
        boolean ownsNothingOfTheName = type.findProperty("children") == null;
        if (ownsNothingOfTheName) {
            members.put("children", children());
        }
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        String description = type.type().description();
        if (description != null) {
            schema.put("description", description);
        }
        schema.put(PROPERTIES, members);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, @Nullable Object> children() {
        List<String> taken = type.properties().stream().map(Property::name).toList();
        Map<String, @Nullable Object> child = new LinkedHashMap<>();
        child.put(REF, "#/$defs/object");
        child.put(PROPERTIES, Members.of("id", Members.of("not", Members.of("enum", taken))));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("description", "Objects that this one owns.");
        schema.put("type", "array");
        schema.put("items", child);
        return schema;
    }

    /** Returns the schema of the type's values in {@code defaults}; without links, which {@code globals} cannot have. */
    Map<String, @Nullable Object> values(boolean withLinks) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Property property : settable()) {
            if (withLinks || !isLink(property)) {
                members.put(property.name(), Members.of(REF, reference(property)));
            }
        }
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put(PROPERTIES, members);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static boolean isLink(Property property) {
        return property.type() instanceof LinkType
                || (property.type() instanceof ListType list && list.element() instanceof LinkType);
    }

    /** Returns the properties that each object of the type must be given. */
    List<Property> required() {
        return type.properties().stream()
                .filter(each -> each.isRequired() && each.isWritable())
                .toList();
    }

    /** Returns the rule that objects of the type are given a property, under whatever name it ever had. */
    Map<String, @Nullable Object> rule(Property property, String ownName) {
        List<Map<String, @Nullable Object>> ways = names(property).stream()
                .map(name -> Members.of(REQUIRED, List.of(name)))
                .toList();
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("if", isOfType());
        rule.put("then", ways.size() == 1 ? ways.getFirst() : Members.of("anyOf", ways));
        rule.put(PROPERTIES, Members.of("children", Members.of("items", Members.of(REF, "#/$defs/" + ownName))));
        return rule;
    }

    /** Returns the condition that the document's defaults give a property to all objects of the type. */
    Map<String, @Nullable Object> isGivenByDefault(Property property) {
        List<Map<String, @Nullable Object>> ways = new ArrayList<>();
        for (ObjectClass each = type; each != null; each = each.parent()) {
            for (String name : names(property)) {
                if (each.findProperty(name) != null) {
                    ways.add(Members.of(
                            PROPERTIES, Members.of(each.name(), Members.of(REQUIRED, List.of(name))),
                            REQUIRED, List.of(each.name())));
                }
            }
        }
        return Members.of(PROPERTIES, Members.of("defaults", Members.of("anyOf", ways)), REQUIRED, List.of("defaults"));
    }

    /** Returns the condition that an object says that it is of the type. */
    Map<String, @Nullable Object> isOfType() {
        return Members.of(
                "type",
                "object",
                PROPERTIES,
                Members.of("qom-type", Members.of("const", type.name())),
                REQUIRED,
                List.of("qom-type"));
    }

    private List<String> names(Property property) {
        List<String> names = new ArrayList<>(List.of(property.name()));
        for (Property each : type.properties()) {
            if (each instanceof RenamedProperty former && present(former) == property) {
                names.add(former.name());
            }
        }
        return names;
    }

    private static Property present(Property property) {
        return property instanceof RenamedProperty renamed ? present(renamed.present()) : property;
    }

    private String reference(Property property) {
        return "#/$defs/" + key(property).replace("~", "~0").replace("/", "~1").replace("%", "%25");
    }

    /** Names a property after the highest type that has it in just this form. */
    private String key(Property property) {
        ObjectClass giver = type;
        for (ObjectClass above = type.parent();
                above != null && above.findProperty(property.name()) == property;
                above = above.parent()) {
            giver = above;
        }
        return giver.name() + "." + property.name();
    }

    private Map<String, @Nullable Object> describe(Property property) {
        Property present = present(property);
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("description", description(property));
        schema.putAll(values.of(present.type(), Scale.of(present)));
        if (present.defaultValue() != null) {
            JsonOutputVisitor value = new JsonOutputVisitor();
            present.writeDefault(value, null);
            schema.put("default", value.value());
        }
        if (property instanceof RenamedProperty) {
            schema.put("deprecated", true);
        }
        return schema;
    }

    private static String description(Property property) {
        if (property instanceof RenamedProperty) {
            return "Deprecated: write \"" + present(property).name() + "\".";
        }
        StringBuilder text = new StringBuilder();
        String documentation = property.documentation();
        if (documentation != null) {
            text.append(documentation).append(documentation.endsWith(".") ? " " : ". ");
        }
        Scale scale = Scale.of(property);
        String legal = scale == null ? property.type().describe() : scale.describe();
        text.append(Character.toUpperCase(legal.charAt(0))).append(legal.substring(1));
        if (scale == null && property.unit() != null) {
            text.append(", in ").append(property.unit());
        }
        text.append('.');
        if (property.settable() != Settable.ALWAYS) {
            text.append(" Can be set ").append(property.settable().describe()).append('.');
        }
        return text.toString();
    }
}
