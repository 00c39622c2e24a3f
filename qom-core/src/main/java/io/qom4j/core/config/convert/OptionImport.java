// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.convert;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigObject;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.config.quantity.QuantityException;
import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.keyval.OptionListVisitor;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.value.SizeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a command line for QEMU say about objects.
 *
 * <p>Values get the JSON kinds of their properties: {@code on} becomes {@code true}, {@code 0-3} a list. Sizes stay as they are
 * written. What is wrong with a value is not said here: it stays the text that it is, for a loader to complain about.
 *
 * <p>Immutable.
 *
 * @param document the objects
 * @param passedOver every option that is not {@code -object}, with its argument
 */
public record OptionImport(ConfigDocument document, List<String> passedOver) {
    private static final String TYPE = "qom-type";

    /** Copies the list. */
    public OptionImport {
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Reads the words of a command line, without the program's name.
     *
     * @param warnings is told of deprecated forms
     * @throws ValueException if the last word is an {@code -object} without an argument
     */
    public static OptionImport of(List<String> words, TypeRegistry types, WarningSink warnings) {
        List<ConfigObject> objects = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean hasArgument = i + 1 < words.size();
            if (word.equals("-object") || word.equals("--object")) {
                if (!hasArgument) {
                    throw new ValueException("'" + word + "' lacks its argument", "Write -object TYPE,id=ID,...");
                }
                objects.addAll(objects(words.get(++i), types, warnings));
            } else if (word.startsWith("-") && hasArgument && !words.get(i + 1).startsWith("-")) {
                passedOver.add(word + " " + words.get(++i));
            } else {
                passedOver.add(word);
            }
        }
        return new OptionImport(ConfigDocument.of(objects), passedOver);
    }

    private static List<ConfigObject> objects(String argument, TypeRegistry types, WarningSink warnings) {
        if (argument.startsWith("{")) {
            return ConfigDocument.of(JsonReader.lenient().read(argument, "-object"), "-object")
                    .objects();
        }
        OptionList options = OptionList.parse(argument, TYPE, warnings);
        String typeName = options.last(TYPE);
        String id = options.id();
        if (typeName == null || id == null) {
            throw new ValueException(
                    "Parameter '" + (typeName == null ? TYPE : "id") + "' is missing in '-object " + argument + "'",
                    "Write -object TYPE,id=ID,...");
        }
        ObjectClass type = types.find(typeName);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (OptionList.Option option : options.options()) {
            if (!option.name().equals(TYPE)) {
                values.computeIfAbsent(option.name(), name -> value(name, options, type));
            }
        }
        return List.of(new ConfigObject(typeName, id, values, List.of()));
    }

    private static @Nullable Object value(String name, OptionList options, @Nullable ObjectClass type) {
        String text = String.valueOf(options.last(name));
        Property property = type == null ? null : type.findProperty(name);
        if (property == null || (property.type() instanceof SizeType && isSize(text))) {
            return text;
        }
        OptionListVisitor visitor = new OptionListVisitor(options, WarningSink.IGNORE);
        visitor.beginStruct(null);
        try {
            return PlainValue.of(property, visitor);
        } catch (ValueException wrong) {
            // A loader says what is wrong, and where.
            return text;
        }
    }

    /** Tells whether a document may hold a size as it is written here. */
    private static boolean isSize(String text) {
        try {
            Scale.BYTES.parse(text, "size", WarningSink.IGNORE);
            return !text.matches("[0-9]+");
        } catch (QuantityException e) {
            return false;
        }
    }
}
