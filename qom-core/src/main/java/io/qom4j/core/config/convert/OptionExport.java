// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.convert;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.IntegerListText;
import io.qom4j.core.value.SizeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects as words for QEMU's command line.
 *
 * <p>An object becomes {@code TYPE,id=ID,PROPERTY=VALUE,…}; where that form cannot say a value (a struct, an empty list, null),
 * JSON, which QEMU 6.0 and later take as well. Objects inside objects have no form on a command line.
 *
 * <p>Thread-safe: all methods are pure.
 */
public final class OptionExport {
    private static final String SUFFIXES = "EPTGMk";

    private OptionExport() {}

    /**
     * Returns {@code -object} and its argument for each object, in order.
     *
     * @throws ValueException if an object owns others
     */
    public static List<String> of(ConfigDocument document, TypeRegistry types) {
        List<String> words = new ArrayList<>();
        for (ConfigObject object : document.objects()) {
            if (!object.children().isEmpty()) {
                throw new ValueException(
                        "'" + object.id() + "' owns '"
                                + object.children().getFirst().id() + "', which a command line cannot say",
                        "Only documents can nest objects.");
            }
            words.add("-object");
            words.add(argument(object, types.find(object.type())));
        }
        return words;
    }

    private static String argument(ConfigObject object, @Nullable ObjectClass type) {
        List<String> parts = new ArrayList<>(List.of(escape(object.type()), "id=" + escape(object.id())));
        for (Map.Entry<String, @Nullable Object> each : object.properties().entrySet()) {
            Property property = type == null ? null : type.findProperty(each.getKey());
            List<String> values = texts(each.getValue(), property);
            if (values.isEmpty() || each.getKey().matches(".*[,=].*")) {
                return json(object);
            }
            values.forEach(value -> parts.add(each.getKey() + "=" + escape(value)));
        }
        return String.join(",", parts);
    }

    /** Returns a value as one option, or a list as several; none if it cannot be said. */
    private static List<String> texts(@Nullable Object value, @Nullable Property property) {
        return switch (value) {
            case null -> List.of();
            case Boolean bool -> List.of(bool ? "on" : "off");
            case String text -> List.of(text);
            case Number number -> List.of(isSize(property) ? size(number.longValue()) : number.toString());
            case List<?> list -> texts(list);
            case Object other -> List.of();
        };
    }

    private static List<String> texts(List<?> list) {
        if (areAll(list, Long.class)) {
            long[] numbers = list.stream().mapToLong(each -> (Long) each).toArray();
            return List.of(IntegerListText.format(numbers, false).split(",", -1));
        }
        return areAll(list, String.class) ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static boolean isSize(@Nullable Property property) {
        return property != null && property.type() instanceof SizeType;
    }

    private static boolean areAll(List<?> list, Class<?> kind) {
        return !list.isEmpty() && list.stream().allMatch(kind::isInstance);
    }

    /** Returns a size with the largest suffix that is exact. */
    private static String size(long bytes) {
        for (int i = 0; i < SUFFIXES.length() && bytes != 0; i++) {
            int shift = 10 * (SUFFIXES.length() - i);
            if (Long.numberOfTrailingZeros(bytes) >= shift) {
                return Long.toUnsignedString(bytes >>> shift) + SUFFIXES.charAt(i);
            }
        }
        return Long.toUnsignedString(bytes);
    }

    private static String escape(String text) {
        return text.replace(",", ",,");
    }

    private static String json(ConfigObject object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("qom-type", object.type());
        members.put("id", object.id());
        members.putAll(object.properties());
        return JsonDocument.of(members).toString();
    }
}
