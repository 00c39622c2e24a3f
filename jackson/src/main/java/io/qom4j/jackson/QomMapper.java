// SPDX-License-Identifier: Apache-2.0
package io.qom4j.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.property.ChildProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mapper between objects of a runtime and Java values that Jackson can bind: records, beans, maps.
 *
 * <p>A Java value need not have all that an object has: what it lacks is passed over when it is read, and left alone when it is
 * written; a null member counts as lacking. Immutable and thread-safe.
 */
public final class QomMapper {
    private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private final JsonMapper mapper;

    private QomMapper(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a mapper that binds as Jackson does by itself. */
    public static QomMapper create() {
        return of(JsonMapper.shared());
    }

    /** Returns a mapper that binds as another one does, but for names, which are in kebab case, and for members that lack. */
    public static QomMapper of(JsonMapper settings) {
        return new QomMapper(settings.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(
                        any -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build());
    }

    /**
     * Returns an object, with what it owns, as a Java value.
     *
     * @throws tools.jackson.databind.DatabindException if the value cannot be bound
     */
    public <T> T read(QomObject object, Class<T> type) {
        return mapper.convertValue(members(object), type);
    }

    private static Map<String, @Nullable Object> members(QomObject object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("qom-type", object.typeName());
        members.put("id", object.name());
        for (Property property : object.properties()) {
            boolean isValue = property.isReadable()
                    && !(property instanceof ChildProperty)
                    && !(property instanceof RenamedProperty)
                    && !members.containsKey(property.name());
            if (isValue) {
                members.put(property.name(), PlainValue.of(property, object));
            }
        }
        List<Map<String, @Nullable Object>> children = new ArrayList<>();
        object.children().forEach(child -> children.add(members(child)));
        members.putIfAbsent("children", children);
        return members;
    }

    /**
     * Returns values as a document, from which a loader makes objects; each has a {@code qomType} and an {@code id}.
     *
     * @throws io.qom4j.core.config.ConfigException if a value has not the form of an object
     */
    public ConfigDocument document(List<?> values) {
        List<Map<String, @Nullable Object>> objects =
                values.stream().map(this::membersOf).toList();
        return ConfigDocument.of(JsonDocument.of(objects), "Java");
    }

    private Map<String, @Nullable Object> membersOf(Object value) {
        return mapper.convertValue(value, MAP);
    }

    /**
     * Gives an object the values that a Java value has for its properties: all of them or, if one is refused, none.
     *
     * <p>{@code qomType}, {@code id} and {@code children} are passed over, and so are values that the object has already, and
     * properties that can only be read. Setters that do more than keep a value are called again with the former value where a
     * later property is refused.
     *
     * @throws QomException if a property refuses its value; the object has its former values then
     */
    public void update(QomObject object, Object value) {
        JsonDocument wanted = JsonDocument.of(membersOf(value));
        Map<Property, @Nullable Object> former = new LinkedHashMap<>();
        int root = JsonDocument.ROOT;
        for (int node = wanted.firstChild(root); node < wanted.end(root); node = wanted.end(node)) {
            Property property = object.findProperty(Objects.requireNonNull(wanted.name(node)));
            if (property != null && isNews(object, property, wanted.toJava(node))) {
                property.check(JsonInputVisitor.config(wanted, node, object.qom()::warn), property.name());
            }
        }
        try {
            for (int node = wanted.firstChild(root); node < wanted.end(root); node = wanted.end(node)) {
                Property property = object.findProperty(Objects.requireNonNull(wanted.name(node)));
                if (property != null && isNews(object, property, wanted.toJava(node))) {
                    Object before = property.isReadable() ? PlainValue.of(property, object) : null;
                    set(object, property, wanted, node, Origins.API);
                    former.put(property, before);
                }
            }
        } catch (QomException refusal) {
            former.forEach((property, before) -> takeBack(object, property, before, refusal));
            throw refusal;
        }
    }

    private static boolean isNews(QomObject object, Property property, @Nullable Object value) {
        return property.isWritable()
                && !(property.isReadable() && PlainValue.areSame(PlainValue.of(property, object), value));
    }

    private static void set(QomObject object, Property property, JsonDocument document, int node, Origin origin) {
        property.set(object, JsonInputVisitor.config(document, node, object.qom()::warn), property.name(), origin);
    }

    private static void takeBack(QomObject object, Property property, @Nullable Object before, QomException refusal) {
        try {
            if (before != null) {
                set(object, property, JsonDocument.of(before), JsonDocument.ROOT, Origins.API);
            }
        } catch (QomException stuck) {
            refusal.addSuppressed(stuck);
        }
    }
}
